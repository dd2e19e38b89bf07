import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { validate } from 'dockerfile-utils'

test.group('Dockerfile', () => {
  const file = readFileSync(app.makePath('Dockerfile'), 'utf8')
  const stages = file.split(/^FROM /m).slice(1)

  test('is well-formed', ({ assert }) => {
    assert.deepEqual(
      validate(file).map(({ message }) => message),
      []
    )
  })

  test('installs and builds as CI does, and ships no development packages', ({ assert }) => {
    const run = [...file.matchAll(/^RUN (.+)$/gm)].map(([, command]) => command)

    assert.deepEqual(run.slice(0, 3), ['npm ci', 'npm run build', 'npm ci --omit=dev'])
    assert.lengthOf(stages, 3)
  })

  test('runs as nobody in particular, watched, without a shell in between', ({ assert }) => {
    const runtime = stages.at(-1)!

    assert.match(runtime, /^USER 1000:1000$/m)
    assert.match(runtime, /^HEALTHCHECK .*CMD \[/m)
    assert.match(runtime, /^CMD \["node"/m)
    assert.notMatch(file, /(PASSWORD|SECRET|APP_KEY)=/)
  })

  test('everything the build needs is let into its context', ({ assert }) => {
    const allowed = readFileSync(app.makePath('.dockerignore'), 'utf8')
    for (const source of ['app', 'bin', 'config', 'database', 'resources', 'start', 'public']) {
      assert.include(allowed, `!${source}\n`)
    }
  })
})
