import { test } from '@japa/runner'
import fc from 'fast-check'
import { RetryBudget } from '#app/platform/resilience/retry_budget'

test.group('Retry budget', () => {
  test('never grants more than a tenth of the calls, rounded up', ({ assert }) => {
    const steps = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 400 })
    fc.assert(
      fc.property(steps, (wishes) => {
        const budget = new RetryBudget()
        let granted = 0
        for (const wish of wishes) {
          budget.earn()
          for (let i = 0; i < wish; i++) if (budget.take()) granted += 1
        }
        assert.isAtMost(granted, Math.ceil(wishes.length / 10))
      })
    )
  })

  test('grants a tenth when every call fails', ({ assert }) => {
    const budget = new RetryBudget()
    let granted = 0
    for (let call = 0; call < 1000; call++) {
      budget.earn()
      if (budget.take()) granted += 1
    }
    assert.equal(granted, 100)
  })

  test('saves up at most ten retries in calm times', ({ assert }) => {
    const budget = new RetryBudget()
    for (let call = 0; call < 10_000; call++) budget.earn()
    let granted = 0
    while (budget.take()) granted += 1
    assert.equal(granted, 10)
  })
})
