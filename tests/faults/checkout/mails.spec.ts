import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { mailJob } from '#app/platform/mail/mail_job'
import { DEAD_LETTERS, preparePgBoss } from '#app/platform/jobs/prepare'
import { repeats } from '#tests/depth'
import { MAIL_FAULTS, MAIL_STEPS, Mailbox, type Mishap } from '#tests/fakes/mailbox'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { complete, orderIn, readyCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks } from '#tests/support/stock'
import { waitUntil } from '#tests/wait_until'

const EVERY_MISHAP: Mishap[] = MAIL_FAULTS.flatMap((fault) =>
  MAIL_STEPS.map((step) => ({ step, fault }))
)

type Cleanup = (task: () => Promise<void> | void) => void

test.group('Mails of a checkout', (group) => {
  let shop: ShopProcess

  group.setup(async () => {
    await preparePgBoss()
    shop = await ShopProcess.start({ RATE_LIMITS: 'off' })
    return () => shop.end()
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate outbox')
    await sql('delete from kept_mails')
    await sql(`delete from ${JOBS_SCHEMA}.job`)
  })
  group.teardown(() => emptyCatalogue())
  group.each.timeout(300_000)

  /** A mail server, and a worker that hands it what orders cause. */
  async function workerFor(cleanup: Cleanup) {
    const mailbox = await Mailbox.open()
    cleanup(mailbox.close)
    const fleet = new WorkerFleet({ SMTP_URL: mailbox.url })
    cleanup(() => fleet.killAll())
    const start = () =>
      fleet.start('#app/orders/placing/mail_confirmation', '#app/platform/mail/mail_job', '--relay')
    return { mailbox, start }
  }

  test('INV-08: any one step of handing over the mail of a checkout fails: one order, its mail comes, and the same key tells of it', async ({
    assert,
    cleanup,
  }) => {
    const { mailbox, start } = await workerFor(cleanup)
    const mishaps = Array.from({ length: repeats(1, 5) }, () => EVERY_MISHAP).flat()
    mailbox.fail(...mishaps)
    await start()
    const { sku } = await createProduct({ stock: 1_000 })
    const numbers: string[] = []
    for (let n = 0; n < mishaps.length; n++) {
      const [id, key] = [await readyCheckout([{ sku, quantity: 1 }]), randomUUID()]
      const first = await complete(id, key, buyerWithMail(n), shop.url)
      const again = await complete(id, key, buyerWithMail(n), shop.url)
      assert.deepEqual([first.status, again.text], [201, first.text])
      numbers.push(orderIn(first).number)
    }

    const missing = () => numbers.filter((number) => mailsOf(mailbox, number).length === 0)
    await waitUntil('every mail', async () => {
      await tryAgainNow()
      return missing().length === 0 && mailbox.left === 0
    })
    await waitUntil('nothing to be left to send', async () => (await waitingMails()) === 0)
    for (const number of numbers) assert.isAtMost(mailsOf(mailbox, number).length, 2)
    // Twice came only what had been taken when its answer was lost.
    assert.isAtMost(mailbox.mails.length, numbers.length + 2 * repeats(1, 5))
    const orders = await sql('select number from orders')
    assert.lengthOf(orders, numbers.length)
    await assertBooks(assert)
  })

  test('MAIL-01: a server that is silent, or refuses for now, gets the mail later; what it refuses for good ends where staff see it', async ({
    assert,
    cleanup,
  }) => {
    const { mailbox, start } = await workerFor(cleanup)
    mailbox.fail(
      { step: 'connection', fault: 'left unanswered' },
      { step: 'RCPT', fault: 'refused' },
      { step: 'RCPT', fault: 'refused for good' }
    )
    const { sku } = await createProduct({ stock: 10 })
    const numbers: string[] = []
    for (let n = 0; n < 3; n++) {
      const answer = await complete(
        await readyCheckout([{ sku, quantity: 1 }]),
        randomUUID(),
        buyerWithMail(n),
        shop.url
      )
      assert.equal(answer.status, 201)
      numbers.push(orderIn(answer).number)
    }
    await start()
    const isRefused = async () => {
      const refused = await sql<{ id: string }>(
        `update ${JOBS_SCHEMA}.job set retry_count = retry_limit, start_after = now()
         where name = $1 and state = 'retry' and output::text like '%550 nobody here%' returning id`,
        [mailJob.name]
      )
      return refused.length > 0
    }
    await waitUntil('the refusal', isRefused)
    // As if it were the last of its attempts.
    mailbox.fail({ step: 'RCPT', fault: 'refused for good' })
    await waitUntil('the dead letter', async () => (await countOf(DEAD_LETTERS)) === 1)
    await waitUntil('the other mails', async () => {
      await tryAgainNow()
      return mailbox.mails.length === 2
    })
    const found = numbers.filter((number) => mailsOf(mailbox, number).length === 1)
    assert.lengthOf(found, 2)
    const listed = await sql<{ sentAs: string }>(
      'select sent_as as "sentAs" from kept_mails where sent_as is not null'
    )
    assert.sameMembers(
      listed.map(({ sentAs }) => sentAs),
      found.map((number) => `<order-${number}@shop>`)
    )
    await assertBooks(assert)
  })
})

const buyerWithMail = (n: number) => ({ paymentMethod: 'cod', email: `amel${n}@example.tn` })

/** What came of an order: under one Message-ID, so that readers see twice the same as one. */
const mailsOf = ({ mails }: Mailbox, number: string) =>
  mails.filter((mail) => mail.includes(`Message-ID: <order-${number}@shop>`))

const tryAgainNow = () =>
  sql(`update ${JOBS_SCHEMA}.job set start_after = now() where name = $1 and state = 'retry'`, [
    mailJob.name,
  ])

const waitingMails = async () => {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from ${JOBS_SCHEMA}.job where name = $1 and state < 'completed'`,
    [mailJob.name]
  )
  return n
}

const countOf = async (queue: string) => {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from ${JOBS_SCHEMA}.job where name = $1`,
    [queue]
  )
  return n
}
