import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { isDeep } from '#tests/depth'
import { processesOf } from '#tests/platform_faults/processes'
import { freePort } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

/** Seconds that packages may take to come, and a shop to start. */
const PATIENCE = 240
/** The image runs as a number that no account has here; PostgreSQL and files need one that every machine has. */
const NOBODY = { uid: 65_534, gid: 65_534 }

const run = promisify(execFile)

/** What `COPY . .` would copy: the names that `.dockerignore` lets through. */
function copyContext(to: string) {
  const lines = readFileSync(app.makePath('.dockerignore'), 'utf8').split('\n')
  const allowed = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
  const refused = lines.filter((line) => /^[\w]/.test(line)).map((line) => app.makePath(line))
  for (const name of allowed) {
    const filter = (path: string) => !refused.includes(path)
    cpSync(app.makePath(name), join(to, name), { recursive: true, filter })
  }
}

const INSTALLED = ['package.json', 'package-lock.json', '.npmrc']

test.group('The image', () => {
  test('what the Dockerfile runs, in order in empty folders, makes a shop that nobody in particular can start', async ({
    assert,
    cleanup,
  }) => {
    const root = mkdtempSync(join(tmpdir(), 'image-'))
    const [build, dependencies, runtime] = ['build', 'dependencies', 'runtime'].map((stage) => {
      mkdirSync(join(root, stage))
      return join(root, stage)
    })
    cleanup(() => {
      for (const pid of processesOf(join(root, 'runtime/tmp/postgres')))
        process.kill(pid, 'SIGKILL')
      rmSync(root, { recursive: true, force: true })
    })
    const file = readFileSync(app.makePath('Dockerfile'), 'utf8')
    // No package of the system is installed and no user made: there is nothing else that a container alone could do.
    const [install, make, installForProduction, own, ...more] = [
      ...file.matchAll(/^RUN (.+)$/gm),
    ].map(([, command]) => command)
    assert.deepEqual(more, [])
    // As people run it: without what makes this a test.
    const { NODE_ENV, APP_KEY, HOST, PORT, TZ, RATE_LIMITS, ...env } = process.env
    const shell = (command: string, cwd: string) =>
      run('sh', ['-c', command], { cwd, env, maxBuffer: 1e9 })

    for (const name of INSTALLED) cpSync(app.makePath(name), join(build, name))
    await shell(install, build)
    copyContext(build)
    await shell(make, build)
    for (const name of INSTALLED) cpSync(app.makePath(name), join(dependencies, name))
    await shell(installForProduction, dependencies)
    cpSync(join(build, 'build'), runtime, { recursive: true })
    cpSync(join(dependencies, 'node_modules'), join(runtime, 'node_modules'), {
      ...{ recursive: true, verbatimSymlinks: true },
    })
    const isRoot = process.getuid?.() === 0
    await shell(isRoot ? own : own.split(' && ')[0], runtime)
    if (isRoot) {
      chownSync(root, NOBODY.uid, NOBODY.gid)
      await run('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, runtime])
    }

    const port = await freePort()
    const [program, ...args] = JSON.parse(/^CMD (\[.+\])$/m.exec(file)![1]) as string[]
    assert.equal(program, 'node')
    const shop = spawn(process.execPath, args, {
      cwd: runtime,
      ...(isRoot && NOBODY),
      env: {
        ...{ PATH: process.env.PATH, HOME: runtime, NODE_ENV: 'production', DEMO: '0' },
        ...{ HOST: '127.0.0.1', PORT: String(port), APP_KEY: 'a-key-that-protects-nothing-here' },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    cleanup(() => void shop.kill('SIGKILL'))
    let output = ''
    for (const stream of [shop.stdout, shop.stderr]) stream.on('data', (chunk) => (output += chunk))
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => shop.exitCode !== null
      )
    await waitUntil('the shop', isReady, PATIENCE)
    assert.isNull(shop.exitCode, output)

    const exited = once(shop, 'exit')
    shop.kill('SIGINT')
    await exited
    assert.equal(shop.exitCode, 0, output)
    assert.include(readdirSync(join(runtime, 'tmp')), 'postgres')
  })
    .skip(!isDeep, 'it installs every package twice')
    .timeout(5 * PATIENCE * 1_000)
})
