import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import type StaffMember from '#app/staff/members/staff_member'
import { Mailbox } from '#tests/fakes/mailbox'
import { Halt, type Point } from '#tests/faults/halt'
import { ReportProcess } from '#tests/faults/reports/report_process'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createStaff } from '#tests/support/staff'
import { isDeep, promised, repeats } from '#tests/depth'
import { waitUntil } from '#tests/wait_until'

const WEEK = '2026-W47'
const SALES = repeats(50_000, 1_000_000)

const BEFORE_COMMIT: Point = {
  name: 'before the commit of a mail',
  on: 'report_deliveries',
  when: 'at commit after insert',
}

const count = async (from: string) => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${from}`)
  return n
}

/** How often each of them got a mail. */
const mailsPer = (mailbox: Mailbox, members: StaffMember[]) =>
  members.map(({ email }) => mailbox.mails.filter((mail) => mail.includes(`<${email}>`)).length)

test.group('Weekly report', (group) => {
  let readers: StaffMember[]

  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate report_deliveries, scheduled_runs')
    await sql(`delete from ${JOBS_SCHEMA}.job`)
    await sql('update staff_members set disabled_at = now()')
    readers = [await createStaff('owner'), await createStaff('owner')]
    readers.push(await createStaff('accountant'))
    await createStaff('counter')
    return async () => {
      await sql('update staff_members set disabled_at = null')
    }
  })

  test('MAIL-02: two nodes, one of them killed and started again: one mail each and week', async ({
    assert,
    cleanup,
  }) => {
    // A mail that is cut off after its last byte may come twice (MAIL-01): here nobody is killed in one.
    const nodes = new WorkerFleet({ SMTP_URL: await closedAddress() })
    cleanup(() => nodes.killAll())
    // As if the last Monday but one had been the last that anybody saw.
    await sql(
      `insert into scheduled_runs (task, slot, job_id, state, finished_at)
       values ('weekly_report', now() - interval '9 days', gen_random_uuid(), 'done', now())`
    )
    const start = () => nodes.start('#start/jobs', '--schedule', '--look-often')
    const [first] = await Promise.all([start(), start()])
    await waitUntil('a delivery', async () => (await count('report_deliveries')) > 0)
    await nodes.kill(first)
    await start()
    await waitUntil('the end of the run', async () => {
      const done = `scheduled_runs where task = 'weekly_report' and state = 'done'`
      return (await count(done)) === 2
    })
    await nodes.killAll()

    const mailbox = await Mailbox.open()
    cleanup(mailbox.close)
    const fleet = new WorkerFleet({ SMTP_URL: mailbox.url })
    cleanup(() => fleet.killAll())
    await fleet.start('#app/platform/mail/mail_job')
    await waitUntil('every mail', () => mailbox.mails.length >= readers.length, 120)
    // Time for whatever would come twice.
    await sleep(2_000)
    assert.deepEqual(mailsPer(mailbox, readers), [1, 1, 1])
    assert.lengthOf(mailbox.mails, 3)
  }).timeout(240_000)

  test('REP-01: killed while it is made, again and again, each reader gets one report', async ({
    assert,
    cleanup,
  }) => {
    await manySales()
    const halt = await Halt.at(BEFORE_COMMIT)
    const victim = new ReportProcess(WEEK)
    await halt.reached()
    await victim.kill()
    await halt.cutOff()
    assert.equal(await count('report_deliveries'), 0)
    for (const delay of isDeep ? [600, 1_200, 1_500, 1_800] : []) {
      const killed = new ReportProcess(WEEK)
      await sleep(delay)
      await killed.kill()
    }
    const started = Date.now()
    const [one, other] = await Promise.all([
      new ReportProcess(WEEK).finish(),
      new ReportProcess(WEEK).finish(),
    ])
    assert.isBelow(Date.now() - started, promised(60_000))
    // The application itself, read from its sources, takes 300 MB; built, it takes 200.
    const idle = await new ReportProcess(WEEK).finish()
    for (const { exitCode, peakMb } of [one, other, idle]) {
      assert.equal(exitCode, 0)
      assert.isBelow(peakMb, idle.peakMb + 100)
    }
    assert.equal(await count('report_deliveries'), readers.length)
    assert.equal(await count(`${JOBS_SCHEMA}.job where name = 'mail'`), readers.length)

    const mailbox = await Mailbox.open()
    cleanup(mailbox.close)
    const fleet = new WorkerFleet({ SMTP_URL: mailbox.url })
    cleanup(() => fleet.killAll())
    await fleet.start('#app/platform/mail/mail_job')
    await waitUntil('every mail', () => mailbox.mails.length >= readers.length)
    await sleep(1_000)
    assert.deepEqual(mailsPer(mailbox, readers), [1, 1, 1])
    assert.isTrue(
      mailbox.mails.every((mail) => /^Message-ID: <weekly-2026-W47-\d+@shop>$/im.test(mail))
    )
  }).timeout(240_000)

  test('REP-01: without sales there is a report, and without a mail server a failure to see', async ({
    assert,
    cleanup,
  }) => {
    const fleet = new WorkerFleet({ SMTP_URL: await closedAddress() })
    cleanup(() => fleet.killAll())
    await fleet.start('#app/platform/mail/mail_job')
    const { exitCode, output } = await new ReportProcess(WEEK).finish()
    assert.equal(exitCode, 0)
    assert.include(output, `${WEEK}: ${readers.length} mails queued`)
    const refused = `${JOBS_SCHEMA}.job where name = 'mail' and state = 'retry'
      and output::text like '%ECONNREFUSED%'`
    await waitUntil('the refusals', async () => (await count(refused)) === readers.length)
    assert.equal(await count('report_deliveries'), readers.length)
  }).timeout(120_000)
})

/** Where nobody takes mails. */
async function closedAddress(): Promise<string> {
  const mailbox = await Mailbox.open()
  const { url } = mailbox
  mailbox.close()
  return url
}

/** A year of many sales of a few products. */
async function manySales() {
  for (let n = 0; n < 5; n++) await createProduct()
  await sql(
    `insert into sales_history (product_id, sold_on, quantity, unit_price, source)
     select (select min(id) from products) + n % 5, date '2026-11-22' - n % 365, 1 + n % 3, 10000 + n % 900, 'test'
     from generate_series(1, $1::int) n`,
    [SALES]
  )
}
