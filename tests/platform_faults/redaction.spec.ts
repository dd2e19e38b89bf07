import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { enqueue } from '#app/platform/jobs/enqueue'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { queueMessage } from '#app/platform/mail/mail_job'
import { secretJob } from '#tests/platform_faults/secret_job'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { freePort, ShopProcess } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

const newSecret = () => `s3cret${randomBytes(6).toString('hex')}`

test.group('Logs', () => {
  test('OBS-03: none of twenty seeded secrets is written', async ({ assert, cleanup }) => {
    const shop = await ShopProcess.start({ LOG_LEVEL: 'trace' })
    cleanup(shop.end)
    const secrets: string[] = []
    const secret = () => {
      const value = newSecret()
      secrets.push(value)
      return value
    }

    for (let n = 0; n < 4; n++) {
      await fetch(`${shop.url}/api/admin/auth/login?token=${secret()}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorization': `Bearer ${secret()}`,
          'cookie': `session=${secret()}`,
          'x-cart-token': secret(),
        },
        body: JSON.stringify({ email: 'nobody@shabou.test', password: secret() }),
      })
    }
    await waitUntil('a line of each request', () => {
      const lines = shop.output.match(/"msg":"request"/g) ?? []
      return lines.length >= 4 && shop.output.includes('/api/admin/auth/login')
    })

    assert.lengthOf(secrets, 20)
    assert.deepEqual(
      secrets.filter((value) => shop.output.includes(value)),
      []
    )
  })
  test('OBS-03: nor when a request fails, or the statement in it', async ({ assert, cleanup }) => {
    const shop = await ShopProcess.start()
    cleanup(shop.end)
    const secrets = Array.from({ length: 4 }, newSecret)
    const [token, bearer, password, email] = secrets
    await sql('alter table staff_members rename to staff_away')
    cleanup(async () => void (await sql('alter table staff_away rename to staff_members')))
    const answer = await fetch(`${shop.url}/api/admin/auth/login?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'authorization': `Bearer ${bearer}` },
      body: JSON.stringify({ email: `${email}@shabou.test`, password }),
    })

    assert.equal(answer.status, 500)
    await waitUntil('the failure', () => shop.output.includes('"msg":"request failed"'))
    assert.deepEqual(
      secrets.filter((value) => shop.output.includes(value)),
      []
    )
  })

  test('OBS-03: nor by a job that fails, whatever PostgreSQL says to it, or that finds no mail server', async ({
    assert,
    cleanup,
  }) => {
    const [password, server, letter] = [newSecret(), newSecret(), newSecret()]
    await preparePgBoss()
    await sql('create schema if not exists tests')
    await sql('create table tests.secrets (password text unique)')
    cleanup(async () => void (await sql('drop schema tests cascade')))
    const SMTP_URL = `smtp://shop:${server}@127.0.0.1:${await freePort()}`
    const fleet = new WorkerFleet({ LOG_LEVEL: 'trace', SMTP_URL })
    cleanup(() => fleet.killAll())
    await fleet.start('#tests/platform_faults/secret_job', '#app/platform/mail/mail_job')
    await enqueue(secretJob, { password })
    await queueMessage({
      message: { to: ['a@shabou.test'], subject: 'Un lien', text: letter },
      views: {},
    })

    for (const failure of ['23505', 'ECONNREFUSED']) {
      await waitUntil(failure, () => fleet.output.includes(failure))
    }
    assert.deepEqual(
      [password, server, letter].filter((value) => fleet.output.includes(value)),
      []
    )
  })

  test('OBS-03: nor when there is no database at its address', async ({ assert }) => {
    const secret = newSecret()
    const DATABASE_URL = `postgres://shop:${secret}@127.0.0.1:${await freePort()}/shop`
    const command = spawn(process.execPath, ['ace.js', 'invariants:check'], {
      cwd: app.makePath(),
      env: { ...process.env, DATABASE_URL, LOG_LEVEL: 'trace' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [out, complaints] = await Promise.all([text(command.stdout), text(command.stderr)])
    const said = out + complaints
    assert.include(said, 'ECONNREFUSED')
    assert.notInclude(said, secret)
  })
})
