import { test } from '@japa/runner'
import fc from 'fast-check'
import type { OrderEvent, Placed } from '#app/orders/order_event'
import {
  DELIVERY_STATES,
  evolve,
  mayHappen,
  type Order,
  ORDER_STATES,
  PAYMENT_STATES,
} from '#app/orders/order_state'

const PLACED: Placed = {
  lines: [],
  ...{ subtotal: 10_000, discount: 0, shipping: 7_000, tax: 2_714, total: 17_000 },
  ...{ paymentMethod: 'cod', shippingOption: 'home', governorate: 'TN-61', locale: 'fr' },
}
const PAID = { paymentId: 'p', method: 'konnect', amount: 17_000 }
const LATER: OrderEvent[] = [
  { type: 'order.confirmed', data: {} },
  { type: 'order.cancelled', data: { reason: 'injoignable' } },
  { type: 'order.noted', data: { text: 'rappeler' } },
  { type: 'order.reopened', data: {} },
  { type: 'payment.method_changed', data: { method: 'transfer' } },
  { type: 'payment.captured', data: PAID },
  { type: 'payment.failed', data: { ...PAID, reason: 'declined' } },
  { type: 'payment.refunded', data: { ...PAID, left: 0, reason: 'retour' } },
  { type: 'payment.refunded', data: { ...PAID, left: 1_000, reason: 'retour' } },
]
const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 10, minute))
const placed = () => evolve(undefined, { type: 'order.placed', data: PLACED }, at(0))
const after = (...events: OrderEvent[]) =>
  events.reduce<Order>((order, event, n) => evolve(order, event, at(n + 1)), placed())

test.group('States of an order', () => {
  test('it begins to be confirmed, paid and delivered', ({ assert }) => {
    assert.containSubset(placed(), {
      ...{ version: 1, state: 'placed', paymentState: 'due', deliveryState: 'pending' },
      ...{ placedAt: at(0), stateSince: at(0), total: 17_000 },
    })
  })

  test('a cancelled order is neither paid nor delivered, and stays cancelled', ({ assert }) => {
    const [confirmed, cancelled, noted] = LATER
    const order = after(confirmed, cancelled, noted)
    assert.containSubset(order, {
      ...{ version: 4, state: 'cancelled', paymentState: 'void', deliveryState: 'void' },
      stateSince: at(2),
    })
    assert.isFalse(mayHappen(order, 'order.confirmed'))
    assert.isFalse(mayHappen(order, 'order.cancelled'))
    assert.isTrue(mayHappen(order, 'order.noted'))
  })

  test('money comes late, goes back in parts, and is there again', ({ assert }) => {
    const [, cancelled, , reopened, changed, captured, , back, part] = LATER
    const stands = (...events: OrderEvent[]) => {
      const { state, paymentState } = after(...events)
      return `${state} ${paymentState}`
    }
    assert.equal(stands(cancelled, captured), 'cancelled paid')
    assert.equal(stands(cancelled, captured, back), 'cancelled refunded')
    assert.equal(stands(captured, cancelled), 'cancelled paid')
    assert.equal(stands(cancelled, reopened, captured), 'placed paid')
    assert.equal(stands(captured, part), 'placed partially_refunded')
    const surplus = { ...PAID, left: 17_000, reason: 'surplus' }
    const twice: OrderEvent = { type: 'payment.refunded', data: surplus }
    assert.equal(stands(captured, captured, twice), 'placed paid')
    assert.equal(after(changed).paymentMethod, 'transfer')
    assert.isFalse(mayHappen(placed(), 'payment.refunded'))
  })

  test('what happens to nothing is a fault of ours', ({ assert }) => {
    assert.throws(() => evolve(undefined, LATER[0], at(0)), /never placed/)
  })

  test('whatever may happen leads to a known state, and changes nothing else', ({ assert }) => {
    const property = fc.property(fc.array(fc.constantFrom(...LATER)), (events) => {
      let order = placed()
      for (const event of events) {
        if (!mayHappen(order, event.type)) continue
        const before = structuredClone(order)
        const next = evolve(order, event, at(1))
        assert.deepEqual(order, before, 'pure')
        assert.equal(next.version, order.version + 1)
        order = next
      }
      assert.include(ORDER_STATES, order.state)
      assert.include(PAYMENT_STATES, order.paymentState)
      assert.include(DELIVERY_STATES, order.deliveryState)
      // How it is paid is the buyer's to change.
      assert.containSubset(order, { ...PLACED, paymentMethod: order.paymentMethod })
    })
    fc.assert(property)
  })
})
