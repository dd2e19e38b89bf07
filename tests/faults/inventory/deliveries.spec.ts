import { randomUUID } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { Halt, type Point, pointsOf } from '#tests/faults/halt'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { sentOrder } from '#tests/support/purchasing'
import { sentParcel } from '#tests/support/shipments'
import { ShopProcess } from '#tests/support/shop_process'
import { bearer } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { waitUntil } from '#tests/wait_until'

const WITHOUT_LIMITS = { RATE_LIMITS: 'off' }

/** What one write of a receipt or of a courier's file comes by, one after the other. */
const OF_RECEIPTS: Point[] = [
  { name: 'before the receipt', on: 'purchase_receipts', when: 'before insert' },
  { name: 'between the receipt and its stock', on: 'stock_movements', when: 'before insert' },
  { name: 'before the commit', on: 'purchase_receipts', when: 'at commit after insert' },
]
const OF_REMITTANCES: Point[] = [
  { name: 'before the file', on: 'remittances', when: 'before insert' },
  { name: 'between two of its parcels', on: 'remittance_lines', when: 'before insert' },
  { name: 'between the file and the cash', on: 'payment_events', when: 'before insert' },
  { name: 'before the commit', on: 'remittances', when: 'at commit after insert' },
]

type Send = (base: string) => Promise<{ status: number; text: string }>

async function answered(response: Promise<Response>) {
  const answer = await response
  return { status: answer.status, text: await answer.text() }
}

/** Kills whoever is at work at a point, and resolves once nothing of it is left under way. */
async function killedAt(point: Point, send: Send, cleanup: (task: () => Promise<void>) => void) {
  const victim = await ShopProcess.start(WITHOUT_LIMITS)
  cleanup(victim.end)
  const halt = await Halt.at(point)
  const lost = send(victim.url).catch(() => 'no answer')
  await halt.reached()
  await victim.stop('SIGKILL')
  await halt.cutOff()
  return lost
}

const countOf = async (table: 'purchase_receipts' | 'remittances' | 'remittance_lines') => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${table}`)
  return n
}

test.group('Receipts and remittances with kills', (group) => {
  let next: ShopProcess

  group.setup(async () => {
    const stop = await testUtils.httpServer().start()
    next = await ShopProcess.start(WITHOUT_LIMITS)
    return async () => {
      await next.end()
      await stop()
    }
  })
  group.each.setup(() => emptyCatalogue())
  group.teardown(() => emptyCatalogue())

  test('a receipt that is killed {name}: nothing has come, and the same key takes it in once')
    .with(pointsOf(OF_RECEIPTS))
    .run(async ({ assert, cleanup }, point) => {
      const { token } = await bearer('owner')
      for (let run = 0; run < repeats(1, 20); run++) {
        const { id, sku } = await createProduct({ stock: 0 })
        const number = await sentOrder([{ sku, quantity: 10, cost: 5_000 }])
        const [key, before] = [randomUUID(), await countOf('purchase_receipts')]
        const send: Send = (base) =>
          answered(
            fetch(`${base}/api/admin/purchase-orders/${number}/receipts`, {
              method: 'POST',
              headers: {
                'authorization': `Bearer ${token}`,
                'content-type': 'application/json',
                'idempotency-key': key,
              },
              body: JSON.stringify({ lines: [{ sku, accepted: 7, refused: 1 }] }),
            })
          )
        assert.equal(await killedAt(point, send, cleanup), 'no answer')
        assert.equal(await countOf('purchase_receipts'), before)
        const levels = await levelsOf(id)
        assert.isTrue(levels.every(({ onHand }) => onHand === 0))
        await assertBooks(assert)

        const first = await send(next.url)
        assert.equal(first.status, 201, first.text)
        const again = await send(next.url)
        assert.equal(again.text, first.text)
        assert.equal(await countOf('purchase_receipts'), before + 1)
        assert.containSubset(await levelsOf(id), [{ onHand: 7 }])
        await assertBooks(assert)
      }
    })

  test('a receipt that is killed after its commit, before its answer, is there once')
    .with([{ times: repeats(1, 20) }])
    .run(async ({ assert, cleanup }, { times }) => {
      const { token } = await bearer('owner')
      for (let run = 0; run < times; run++) {
        const { id, sku } = await createProduct({ stock: 0 })
        const number = await sentOrder([{ sku, quantity: 10, cost: 5_000 }])
        const [key, before] = [randomUUID(), await countOf('purchase_receipts')]
        const send: Send = (base) =>
          answered(
            fetch(`${base}/api/admin/purchase-orders/${number}/receipts`, {
              method: 'POST',
              headers: {
                'authorization': `Bearer ${token}`,
                'content-type': 'application/json',
                'idempotency-key': key,
              },
              body: JSON.stringify({ lines: [{ sku, accepted: 10 }] }),
            })
          )
        const victim = await ShopProcess.start(WITHOUT_LIMITS)
        cleanup(victim.end)
        const told = send(victim.url).catch(() => undefined)
        await waitUntil(
          'the receipt',
          async () => (await countOf('purchase_receipts')) === before + 1
        )
        await victim.stop('SIGKILL')
        await told
        const again = await send(next.url)
        assert.include([200, 201], again.status, again.text)
        assert.equal(await countOf('purchase_receipts'), before + 1)
        assert.containSubset(await levelsOf(id), [{ onHand: 10 }])
        await assertBooks(assert)
      }
    })

  test('a remittance file that is killed {name}: nothing is paid, and the file squares once')
    .with(pointsOf(OF_REMITTANCES))
    .run(async ({ assert, cleanup }, point) => {
      const { token } = await bearer('accountant')
      for (let run = 0; run < repeats(1, 20); run++) {
        const parcels = [await sentParcel(), await sentParcel()]
        const cash = await sql<{ tracking: string; cash: number }>(
          'select tracking_number as tracking, cash from parcels where id = any ($1) order by id',
          [parcels.map(({ id }) => id)]
        )
        const rows = cash.map((parcel) => `${parcel.tracking};${(parcel.cash / 1000).toFixed(3)};0`)
        const file = ['tracking;amount;fee', ...rows].join('\n')
        const document = `BV-${randomUUID().slice(0, 8)}`
        const send: Send = (base) => {
          const form = new FormData()
          form.append('carrier', 'Aramex')
          form.append('document', document)
          form.append('file', new Blob([file]), 'bv.csv')
          return answered(
            fetch(`${base}/api/admin/remittances`, {
              method: 'POST',
              headers: { authorization: `Bearer ${token}` },
              body: form,
            })
          )
        }
        const before = [await countOf('remittances'), await countOf('remittance_lines')]
        assert.equal(await killedAt(point, send, cleanup), 'no answer')
        assert.deepEqual([await countOf('remittances'), await countOf('remittance_lines')], before)
        await assertBooks(assert)

        const first = await send(next.url)
        assert.equal(first.status, 201, first.text)
        const again = await send(next.url)
        assert.equal(again.text, first.text)
        assert.deepEqual(
          [await countOf('remittances'), await countOf('remittance_lines')],
          [before[0] + 1, before[1] + 2]
        )
        const paid = await sql<{ state: string }>(
          `select p.state from payments p join orders o on o.id = p.order_id where o.number = any ($1)`,
          [parcels.map(({ number }) => number)]
        )
        assert.deepEqual([...new Set(paid.map(({ state }) => state))], ['remitted'])
        await assertBooks(assert)
      }
    })
})
