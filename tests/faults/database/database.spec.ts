import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { databaseAddress, embeddedDatabase } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'
import { isDeep, promised, repeats } from '#tests/depth'
import type { FakeGateway } from '#tests/fakes/gateways/fake_gateway'
import { KINDS, StatementProxy } from '#tests/faults/database/statement_proxy'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { assertLedger, fakeGateway } from '#tests/support/payments'
import { complete, completionStatus, orderIn, readyCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks } from '#tests/support/stock'
import { waitUntil } from '#tests/wait_until'

/** No checkout asks more statements than this. */
const MOST = 200

/** What a buyer may be told when the database fails: never that the shop is broken. */
const EXCUSES = [201, 409, 503]

/** Paid at the door, and at a gateway, which is asked between two commits. */
const METHODS = ['cod', 'konnect']
/** In `npm test` each case fails every sixth statement, and each begins at another one. */
const STEP = repeats(6, 1)
const CASES = KINDS.flatMap((kind) => METHODS.map((method) => ({ kind, method }))).map(
  (one, nth) => ({ ...one, begin: 1 + (nth % STEP) })
)
/** A serialization failure and a deadlock, by each way to pay. */
const CONFLICTS = ['40001', '40P01']
  .flatMap((code) => METHODS.map((method) => ({ code, method })))
  .map((one, nth) => ({ ...one, begin: 1 + ((nth * 2) % STEP) }))
/** How many look up numbers while others buy. */
const CROWD = repeats(200, 500)

test.group('A database that fails', (group) => {
  let gateway: FakeGateway
  /** One that most tests share, and one whose line to the database can be made to fail. */
  let shop: ShopProcess
  let behind: Awaited<ReturnType<typeof shopBehindProxy>>

  group.setup(async () => {
    const tasks: (() => Promise<void>)[] = []
    const later = (task: () => Promise<void>) => void tasks.unshift(task)
    gateway = await fakeGateway('konnect', later)
    shop = await ShopProcess.start({ RATE_LIMITS: 'off' })
    later(shop.end)
    behind = await shopBehindProxy(later, gateway.settings)
    return async () => {
      for (const task of tasks) await task()
    }
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await gateway.beginAnew()
  })
  group.teardown(() => emptyCatalogue())
  group.each.timeout(900_000)

  test(
    'INV-08, DB-02, DB-08: any one statement of a checkout by {method} is {kind}: the books are right, and the same key orders once'
  )
    .with(CASES)
    .run(async ({ assert }, { kind, method, begin }) => {
      const { url, proxy } = behind
      const body = { paymentMethod: method }
      const { sku } = await createProduct({ stock: 10_000 })
      const ready = () => readyCheckout([{ sku, quantity: 1 }])
      await completionStatus(await ready(), randomUUID(), body, url)

      let [n, placed] = [begin - STEP, 1]
      for (let hasFailed = true; hasFailed && n < MOST;) {
        n += STEP
        const [id, key] = [await ready(), randomUUID()]
        proxy.arm(n, kind)
        const first = await complete(id, key, body, url)
        hasFailed = proxy.disarm()
        assert.include(EXCUSES, first.status, `statement ${n}: ${first.text}`)

        await sql('update idempotency_keys set locked_until = now()')
        const again = await complete(id, key, body, url)
        assert.equal(again.status, 201, `after statement ${n}: ${again.text}`)
        if (first.status === 201) assert.equal(again.text, first.text)
        assert.equal(await orderCount(), ++placed, `statement ${n}`)
      }
      assert.isBelow(n, MOST)
      assert.isAbove(n, 5)
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    })

  test(
    'DB-08: any one statement of a checkout by {method} ends as {code}: it is done again, and its buyer does not notice'
  )
    .with(CONFLICTS)
    .run(async ({ assert }, { code, method, begin }) => {
      const { url, proxy } = behind
      const body = { paymentMethod: method }
      const { sku } = await createProduct({ stock: 10_000 })
      const ready = () => readyCheckout([{ sku, quantity: 1 }])
      let [n, placed] = [begin - STEP, 0]
      for (let hasFailed = true; hasFailed && n < MOST;) {
        n += STEP
        const id = await ready()
        proxy.arm(n, 'refused', code)
        const answer = await complete(id, randomUUID(), body, url)
        hasFailed = proxy.disarm()
        assert.equal(answer.status, 201, `statement ${n}: ${answer.text}`)
        assert.equal(await orderCount(), ++placed, `statement ${n}`)
      }
      assert.isAbove(n, 5)
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    })

  test('DB-01: PostgreSQL crashes in the middle of it: 503 until it is back, and no order that was told of is lost', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 10_000 })
    const buyers = repeats(60, 1_500)
    const waiting: { id: string; key: string }[] = []
    while (waiting.length < buyers)
      waiting.push({ id: await readyCheckout([{ sku, quantity: 1 }]), key: randomUUID() })

    const told: { status: number; number?: string; id: string; key: string }[] = []
    const buy = async ({ id, key }: { id: string; key: string }) => {
      const answer = await complete(id, key, undefined, shop.url)
      const number = answer.status === 201 ? orderIn(answer).number : undefined
      told.push({ status: answer.status, number, id, key })
    }
    const crashed = sleep(1_500).then(crash)
    const started = Date.now()
    for (const [nth, buyer] of waiting.entries()) {
      await sleep(Math.max(0, started + nth * 40 - Date.now()))
      if (nth % 4 === 0) await buy(buyer)
      else void buy(buyer)
    }
    await crashed
    await waitUntil('the database', isBack)
    const acceptedAt = Date.now()
    await waitUntil('every answer', () => told.length === buyers)
    assert.isNull(shop.child.exitCode, 'the shop has gone on')
    const refused = told.filter(({ number }) => number === undefined)
    for (const { status } of refused) assert.include([409, 503], status)
    await waitUntil('the shop', () => isReady(shop))
    assert.isBelow(Date.now() - acceptedAt, promised(10_000))

    const numbers = await sql<{ number: string }>('select number from orders')
    const there = new Set(numbers.map(({ number }) => number))
    const lost = told.filter(({ number }) => number !== undefined && !there.has(number))
    assert.deepEqual(lost, [])
    await sql('update idempotency_keys set locked_until = now()')
    for (const { id, key } of refused)
      assert.equal(await completionStatus(id, key, undefined, shop.url), 201)
    assert.equal(await orderCount(), buyers)
    await assertBooks(assert)
  })

  test('DB-06: behind a lock that is not given up buyers are told so, and nothing piles up', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 50 })
    const sessions: string[] = []
    while (sessions.length < 20) sessions.push(await readyCheckout([{ sku, quantity: 1 }]))

    const statuses = await db.transaction(async (trx) => {
      // However long a slow machine takes to answer all of them.
      await sql('set local idle_in_transaction_session_timeout = 0', [], trx)
      await sql('lock table orders in access exclusive mode', [], trx)
      return Promise.all(
        sessions.map((id) => completionStatus(id, randomUUID(), undefined, shop.url))
      )
    })
    assert.deepEqual([...new Set(statuses)], [503])

    await sql('update idempotency_keys set locked_until = now()')
    const after = await Promise.all(
      sessions.map((id) => completionStatus(id, randomUUID(), undefined, shop.url))
    )
    assert.deepEqual([...new Set(after)], [201])
    await assertBooks(assert)
  })

  test(`DB-03: while ${CROWD} slow reads want ten connections, readers are sent away within two seconds, and buyers buy`, async ({
    assert,
    cleanup,
  }) => {
    const own = await ShopProcess.start({ RATE_LIMITS: 'off', DATABASE_POOL: '10' })
    cleanup(own.end)
    const { sku } = await createProduct({ stock: 10_000 })
    const sessions: string[] = []
    while (sessions.length < repeats(12, 200))
      sessions.push(await readyCheckout([{ sku, quantity: 1 }]))

    const crowd = new Crowd(own, CROWD)
    const slowed = slowReferences(() => crowd.isThere)
    await sleep(1_000)
    const statuses: number[] = []
    const buy = async () => {
      for (let id = sessions.pop(); id; id = sessions.pop())
        statuses.push(await completionStatus(id, randomUUID(), undefined, own.url))
    }
    await Promise.all(Array.from({ length: 6 }, buy))
    await crowd.leave()
    await slowed

    assert.deepEqual([...new Set(statuses)], [201])
    assert.deepEqual([...new Set(crowd.answers.map(({ status }) => status))].sort(), [200, 503])
    const away = crowd.answers.filter(({ status }) => status === 503)
    assert.isTrue(away.every(({ retryAfter }) => Number(retryAfter) >= 1))
    assert.equal(await resolveNumber(own, 'AFTER1'), 200)
    const metrics = await fetch(`${own.url}/metrics`)
    const text = await metrics.text()
    // As the shop measured it: this process is as busy as so many readers are.
    // In `npm test` it is told from a hang.
    const [all, soon] = ['+Inf', isDeep ? '2.5' : '10'].map((le) => refusedWithin(text, le))
    assert.isAtLeast(soon / all, 0.95)
    assert.match(text, /^database_pool_waiting 0$/m)
    assert.match(text, /^requests_shed_total [1-9]/m)
    await assertBooks(assert)
  })

  test('DB-04: the first payments by card of a process, more than it has connections, wait for none of themselves', async ({
    assert,
    cleanup,
  }) => {
    const { sku } = await createProduct({ stock: 10_000 })
    for (let round = 0; round < repeats(1, 10); round++) {
      // A process that has sent no job yet: it learns of its queues while its connections are taken.
      const settings = { RATE_LIMITS: 'off', DATABASE_POOL: '2', ...gateway.settings }
      const own = await ShopProcess.start(settings)
      cleanup(own.end)
      const sessions: string[] = []
      while (sessions.length < 8) sessions.push(await readyCheckout([{ sku, quantity: 1 }]))
      const body = { paymentMethod: 'konnect' }
      const statuses = await Promise.all(
        sessions.map((id) => completionStatus(id, randomUUID(), body, own.url))
      )
      assert.deepEqual([...new Set(statuses)], [201])
      await own.end()
    }
    await assertBooks(assert)
  })

  test('DB-04: with two connections twenty checkouts at once wait for each other, and none for itself', async ({
    assert,
    cleanup,
  }) => {
    const own = await ShopProcess.start({ RATE_LIMITS: 'off', DATABASE_POOL: '2' })
    cleanup(own.end)
    const { sku } = await createProduct({ stock: 10_000 })
    for (let round = 0; round < repeats(1, 20); round++) {
      const sessions: string[] = []
      while (sessions.length < 20) sessions.push(await readyCheckout([{ sku, quantity: 1 }]))
      const statuses = await Promise.all(
        sessions.map((id) => completionStatus(id, randomUUID(), undefined, own.url))
      )
      assert.deepEqual([...new Set(statuses)], [201])
    }
    await assertBooks(assert)
  })

  test('DB-05, DB-09: no statement, lock or idle transaction holds a connection for long', async ({
    assert,
  }) => {
    const settings = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
    const limits = settings.map(async (setting) => {
      const [row] = await sql<Record<string, string>>(`show ${setting}`)
      return row[setting]
    })
    assert.deepEqual(await Promise.all(limits), ['15s', '4s', '30s'])
    await assert.rejects(
      () =>
        db.transaction(async (trx) => {
          await sql(`set local statement_timeout = '200ms'`, [], trx)
          await sql('select pg_sleep(5)', [], trx)
        }),
      /statement timeout/
    )
    await assert.rejects(
      () =>
        db.transaction(async (trx) => {
          await sql(`set local idle_in_transaction_session_timeout = '200ms'`, [], trx)
          await new Promise((resolve) => setTimeout(resolve, 1_000))
          await sql('select 1', [], trx)
        }),
      /idle-in-transaction|terminated|not queryable/
    )
    assert.deepEqual(await sql('select 1 as one'), [{ one: 1 }])
  })
})

/** Kills a process of the server: all sessions end, and it recovers from its log. */
async function crash() {
  const [{ pid }] = await sql<{ pid: number }>('select pg_backend_pid() as pid')
  process.kill(pid, 'SIGKILL')
  await sleep(100)
}

const isBack = () =>
  sql('select 1').then(
    () => true,
    () => false
  )

async function isReady({ url }: ShopProcess): Promise<boolean> {
  const { ok } = await fetch(`${url}/health/ready`)
  return ok
}

/** How long what reads part numbers has to wait for them. */
const SLOW_MS = 1_900

/** Makes reads of part numbers slow, as long as somebody wants it so. */
async function slowReferences(isWanted: () => boolean) {
  while (isWanted()) {
    await db.transaction(async (trx) => {
      await sql('lock table part_numbers in access exclusive mode', [], trx)
      await sleep(SLOW_MS)
    })
  }
}

type Told = { status: number; retryAfter: string | null }

/** Many who look up numbers at the same time, again and again. */
class Crowd {
  isThere = true
  readonly answers: Told[] = []
  #loops: Promise<void>[]

  constructor(shop: ShopProcess, size: number) {
    this.#loops = Array.from({ length: size }, (_, nth) => this.#look(shop, nth))
  }

  async leave() {
    this.isThere = false
    await Promise.all(this.#loops)
  }

  async #look({ url }: ShopProcess, nth: number) {
    for (let n = 0; this.isThere; n++) {
      const { status, headers } = await lookUp(url, `LOOK${nth}X${n}`)
      this.answers.push({ status, retryAfter: headers.get('retry-after') })
      if (status === 503) await sleep(Number(headers.get('retry-after')) * 1_000)
    }
  }
}

async function lookUp(url: string, number: string) {
  const response = await fetch(`${url}/api/v1/references/resolve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: number }),
  })
  await response.arrayBuffer()
  return response
}

/** How many lookups were refused within so many seconds, by the metrics of a shop. */
function refusedWithin(metrics: string, seconds: string): number {
  const line = metrics
    .split('\n')
    .find((text) =>
      [`le="${seconds}"`, 'references/resolve', 'status="5xx"', '_bucket'].every((part) =>
        text.includes(part)
      )
    )
  return Number(line?.split(' ').at(-1))
}

async function resolveNumber({ url }: ShopProcess, number: string): Promise<number> {
  const { status } = await lookUp(url, number)
  return status
}

type Cleanup = (task: () => Promise<void>) => void

/** A shop whose statements go over a line that can be made to fail. */
async function shopBehindProxy(cleanup: Cleanup, settings: Record<string, string>) {
  const { host } = databaseAddress as { host: string }
  const proxy = await StatementProxy.start(`${host}/.s.PGSQL.5432`)
  cleanup(() => proxy.stop())
  const shop = await ShopProcess.start({
    ...settings,
    RATE_LIMITS: 'off',
    DATABASE_URL: `postgres://postgres@127.0.0.1:${proxy.port}/${embeddedDatabase}`,
    DATABASE_DIRECT_URL: `postgres://postgres@${encodeURIComponent(host)}/${embeddedDatabase}`,
  })
  cleanup(shop.end)
  return { url: shop.url, proxy }
}

async function orderCount(): Promise<number> {
  const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
  return n
}
