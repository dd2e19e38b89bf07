import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { editOrder } from '#app/edits/edit_order'
import { deliverParcel, refuseParcel } from '#app/fulfilment/follow_parcel'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import {
  cancelByStaff,
  confirmOrder,
  noteCall,
  noteOnOrder,
} from '#app/orders/desk/change_order_by_staff'
import { rebuildOrders } from '#app/orders/changing/rebuild_orders'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { promised, repeats } from '#tests/depth'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { complete, orderIn, readyCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { newTracking } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const ORDERS = repeats(80, 10_000)
const MOST_MOVES = 8
const AT_ONCE = 4

test.group('Orders with any history', (group) => {
  let shop: ShopProcess

  group.setup(async () => {
    await emptyCatalogue()
    shop = await ShopProcess.start({ RATE_LIMITS: 'off' })
    return () => shop.end()
  })
  group.teardown(() => emptyCatalogue())

  test('REC-04: whatever was done with them, orders are what their events say, and the books are right', async ({
    assert,
  }) => {
    const products = await Promise.all([1, 2, 3].map(() => createProduct({ stock: 100_000 })))
    const states = new Set<string>()
    const live = async (_: unknown, nth: number) => {
      const chance = new Chance(20_261_126 + nth)
      for (let n = 0; n < ORDERS / AT_ONCE; n++) {
        const bought = products.slice(0, 1 + chance.below(products.length))
        const items = bought.map(({ sku }) => ({ sku, quantity: 1 + chance.below(4) }))
        const session = await readyCheckout(items)
        const { number } = orderIn(await complete(session, randomUUID(), undefined, shop.url))
        for (let moves = chance.below(MOST_MOVES); moves > 0; moves--)
          await move(number, bought[0].sku, chance)
        states.add(await stateOf(number))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, live))

    const started = performance.now()
    assert.deepEqual(await rebuildOrders({ mend: false }), { orders: ORDERS, wrong: [] })
    assert.isBelow(performance.now() - started, promised(60_000))
    assert.isAbove(states.size, 4, [...states].join())
    await assertBooks(assert)
  }).timeout(3_600_000)
})

/** Does something with an order that its state may or may not allow; what is refused changes nothing. */
async function move(number: string, sku: string, chance: Chance) {
  const parcel = await lastParcel(number)
  const sent = parcel ?? 0
  const moves = [
    () => confirmOrder(number, TESTING),
    () => cancelByStaff(number, 'renoncé', TESTING),
    () => editOrder(number, editBy(sku, chance), { acting: TESTING }),
    () => noteCall(number, { outcome: 'no_answer' }, TESTING),
    () => noteOnOrder(number, 'rappeler', TESTING),
    () =>
      dispatchParcel(
        { orderNumber: number, carrier: 'Aramex', trackingNumber: newTracking() },
        TESTING
      ),
    () => deliverParcel(sent, TESTING),
    () => refuseParcel(sent, 'absent', TESTING),
    () => inspectParcel(sent, { location: 'depot', lines: [] }, TESTING),
  ]
  try {
    await moves[chance.below(moves.length)]()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** Another number of pieces of its first line. */
const editBy = (sku: string, chance: Chance) => ({
  reason: 'le client a rappelé',
  lines: [{ sku, quantity: 1 + chance.below(6) }],
})

async function lastParcel(number: string): Promise<number | undefined> {
  const [row] = await sql<{ id: number | null }>(
    `select max(p.id) as id from parcels p join orders o on o.id = p.order_id where o.number = $1`,
    [number]
  )
  return row.id ?? undefined
}

async function stateOf(number: string): Promise<string> {
  const [{ state }] = await sql<{ state: string }>(
    `select concat_ws(' ', state, payment_state, delivery_state) as state from orders where number = $1`,
    [number]
  )
  return state
}

/** Numbers that come in the same order again (a linear congruential generator: Numerical Recipes, 7.1). */
class Chance {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * limit)
  }
}
