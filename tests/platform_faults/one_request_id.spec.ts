import { spawn } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { publish } from '#app/platform/events/outbox'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { onBehalfOf } from '#app/platform/observability/request_id'
import { sql } from '#app/platform/database/sql'
import { Mailbox } from '#tests/fakes/mailbox'
import { createLedger } from '#tests/platform_faults/test_jobs'
import '#tests/platform_faults/test_listeners'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { ShopProcess } from '#tests/support/shop_process'
import { createStaff } from '#tests/support/staff'
import { WebVisitor } from '#tests/support/web_visitor'
import { waitUntil } from '#tests/wait_until'

/** The whole log lines of that request, parsed. */
const linesOf = (output: string, requestId: string) =>
  output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.includes(`"request_id":"${requestId}"`))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test.group('Sessions of PostgreSQL', () => {
  test('OBS-01: tell whether a web process, the worker or a command asks', async ({ cleanup }) => {
    const shop = await ShopProcess.start()
    cleanup(shop.end)
    const worker = spawn(process.execPath, ['ace.js', 'work'], { cwd: app.makePath() })
    cleanup(() => void worker.kill('SIGKILL'))
    const fleet = new WorkerFleet()
    cleanup(() => fleet.killAll())
    await fleet.start()
    for (const name of ['shop web', 'shop worker', 'shop console']) {
      await waitUntil(name, async () => {
        const found = await sql('select pid from pg_stat_activity where application_name = $1', [
          name,
        ])
        return found.length > 0
      })
    }
  })
})

test.group('One request', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await createLedger()
    await sql('truncate outbox, rate_limits')
    await sql(
      `delete from jobs.job where name in ('mail', 'staff.mail_reset_link', 'on.test-ledger')`
    )
  })
  group.teardown(async () => {
    await sql('drop schema tests cascade')
  })

  test('OBS-01: has one id in the web log, the job log and the header of its mail', async ({
    assert,
    cleanup,
  }) => {
    const requestId = `forgot-${Date.now()}`
    const mailbox = await Mailbox.open()
    cleanup(mailbox.close)
    const settings = { SMTP_URL: mailbox.url, LOG_LEVEL: 'info' }
    const shop = await ShopProcess.start(settings)
    cleanup(shop.end)
    const fleet = new WorkerFleet(settings)
    cleanup(() => fleet.killAll())
    const { email } = await createStaff()

    const page = '/admin/password/forgot'
    const headers = { 'x-request-id': requestId }
    const { status } = await new WebVisitor(shop.url).post(page, { email }, page, headers)
    assert.equal(status, 303)
    // The page was asked for under the same id before: the form has a line of its own.
    await waitUntil('its log line', () =>
      linesOf(shop.output, requestId).some(({ method }) => method === 'POST')
    )
    // The mail outlives the process that was asked for it.
    await shop.stop('SIGKILL')
    await fleet.start('#start/jobs')
    await waitUntil('the mail', () => mailbox.mails.some((mail) => mail.includes(email)))
    await waitUntil('the end of both jobs', () => linesOf(fleet.output, requestId).length > 1)

    assert.containSubset(linesOf(shop.output, requestId), [
      { msg: 'request', method: 'POST', route: '/admin/password/forgot' },
    ])
    assert.containSubset(linesOf(fleet.output, requestId), [
      { msg: 'job done', job: 'staff.mail_reset_link' },
      { msg: 'job done', job: 'mail' },
    ])
    assert.lengthOf(mailbox.mails, 1)
    assert.match(mailbox.mails[0], new RegExp(`^X-Request-ID: ${requestId}$`, 'im'))
    assert.include(mailbox.mails[0], email)
  })

  test('OBS-01: has it in the headers of its events, and in the log of their listeners', async ({
    assert,
    cleanup,
  }) => {
    const fleet = new WorkerFleet({ LOG_LEVEL: 'info' })
    cleanup(() => fleet.killAll())
    await fleet.start('#tests/platform_faults/test_listeners', '--relay')

    await onBehalfOf('order-7', () =>
      db.transaction((trx) =>
        publish(trx, {
          type: 'test.happened',
          aggregate: 'thing',
          aggregateId: 7,
          payload: { n: 1 },
        })
      )
    )
    await waitUntil('the listener', () => fleet.output.includes('job done'))

    assert.deepEqual(await sql('select headers from outbox'), [
      { headers: { requestId: 'order-7' } },
    ])
    assert.containSubset(linesOf(fleet.output, 'order-7'), [
      { msg: 'job done', job: 'on.test-ledger' },
    ])
  })
})
