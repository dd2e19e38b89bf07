import { test } from '@japa/runner'
import {
  BEGINNING,
  mayMove,
  PAYMENT_STATES,
  type PaymentKind,
  type PaymentState,
} from '#app/payments/payment_state'

const KINDS = Object.keys(BEGINNING) as PaymentKind[]
/** The money is there, or was. */
const MONEY: PaymentState[] = ['paid', 'collected', 'remitted', 'partially_refunded', 'refunded']

/** Where a payment may get to from a state, by however many moves. */
function reachableFrom(kind: PaymentKind, from: PaymentState): Set<PaymentState> {
  const reached = new Set<PaymentState>()
  const waiting = [from]
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    for (const to of PAYMENT_STATES) {
      if (!mayMove(kind, state, to) || reached.has(to)) continue
      reached.add(to)
      waiting.push(to)
    }
  }
  return reached
}

test.group('States of a payment', () => {
  test('money that has come is never forgotten: from there it only goes back', ({ assert }) => {
    for (const kind of KINDS) {
      for (const state of MONEY) {
        for (const to of reachableFrom(kind, state)) assert.include(MONEY, to, `${kind} ${state}`)
      }
    }
  })

  test('what was paid back altogether stays so', ({ assert }) => {
    for (const kind of KINDS) assert.isEmpty(reachableFrom(kind, 'refunded'))
  })

  test('of a page that failed, was given up or is unknown the money may still come', ({
    assert,
  }) => {
    for (const state of ['redirected', 'authorised', 'unknown', 'failed', 'void'] as const) {
      assert.isTrue(mayMove('hosted', state, 'paid'), state)
    }
    assert.isFalse(mayMove('hosted', 'created', 'paid'), 'nobody has seen its page')
  })

  test('cash takes one step after the other, and each kind keeps to its own states', ({
    assert,
  }) => {
    const steps = ['to_confirm', 'confirmed', 'out', 'collected', 'remitted'] as const
    for (const [at, from] of steps.entries()) {
      for (const to of steps) assert.equal(mayMove('cash', from, to), to === steps[at + 1])
    }
    const ofCash = ['to_confirm', 'confirmed', 'out', 'collected', 'remitted', 'refused'] as const
    for (const kind of ['hosted', 'transfer'] as const) {
      const reached = reachableFrom(kind, BEGINNING[kind])
      for (const state of ofCash) assert.isFalse(reached.has(state), `${kind} ${state}`)
    }
  })
})
