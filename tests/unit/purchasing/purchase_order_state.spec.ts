import { test } from '@japa/runner'
import {
  afterDelivery,
  mayMove,
  mayReceive,
  MOVE_NAMES,
  PURCHASE_STATES,
} from '#app/purchasing/purchase_order_state'

test.group('States of an order to a supplier', () => {
  test('each move starts where it may, and nowhere else', ({ assert }) => {
    const allowed = PURCHASE_STATES.map((state) => [
      state,
      MOVE_NAMES.filter((move) => mayMove(state, move)),
    ])
    assert.deepEqual(Object.fromEntries(allowed), {
      draft: ['sending', 'cancellation'],
      sent: ['confirmation', 'cancellation'],
      confirmed: ['cancellation'],
      partial: ['closing'],
      received: ['closing'],
      closed: [],
      cancelled: [],
    })
  })

  test('pieces come after it was sent and before it is over', ({ assert }) => {
    const open = PURCHASE_STATES.filter((state) => mayReceive(state))
    assert.deepEqual(open, ['sent', 'confirmed', 'partial', 'received'])
  })

  test('a delivery leads to partial or received; one that was refused leads nowhere', ({
    assert,
  }) => {
    const line = (ordered: number, received: number) => ({ ordered, received })
    assert.equal(afterDelivery('sent', [line(3, 3), line(2, 1)]), 'partial')
    assert.equal(afterDelivery('partial', [line(3, 3), line(2, 4)]), 'received')
    assert.equal(afterDelivery('confirmed', [line(3, 0), line(2, 0)]), 'confirmed')
  })
})
