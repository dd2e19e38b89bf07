import { test } from '@japa/runner'
import { CircuitState } from 'cockatiel'
import { FailureWindow } from '#app/platform/resilience/failure_window'

const LIMITS = { ratio: 0.5, minimumCalls: 10, windowMs: 10_000 }

test.group('Failure window', () => {
  test('opens at exactly half of ten calls', ({ assert }) => {
    const window = new FailureWindow(LIMITS, () => 0)
    for (let call = 0; call < 5; call++) window.success(CircuitState.Closed)
    const verdicts = Array.from({ length: 5 }, () => window.failure())
    assert.deepEqual(verdicts, [false, false, false, false, true])
  })

  test('stays closed below half, however many calls', ({ assert }) => {
    const window = new FailureWindow(LIMITS, () => 0)
    for (let round = 0; round < 100; round++) {
      for (let call = 0; call < 3; call++) window.success(CircuitState.Closed)
      assert.isFalse(window.failure())
      assert.isFalse(window.failure())
    }
  })

  test('nine failures in a row are too few to judge', ({ assert }) => {
    const window = new FailureWindow(LIMITS, () => 0)
    for (let call = 0; call < 9; call++) assert.isFalse(window.failure())
    assert.isTrue(window.failure())
  })

  test('forgets what is older than the window, also after an idle hour', ({ assert }) => {
    let now = 0
    const window = new FailureWindow(LIMITS, () => now)
    for (let call = 0; call < 9; call++) window.failure()
    now = 3_600_000
    assert.isFalse(window.failure())
  })

  test('starts from nothing after the probe that closed the circuit', ({ assert }) => {
    const window = new FailureWindow(LIMITS, () => 0)
    for (let call = 0; call < 10; call++) window.failure()
    window.success(CircuitState.HalfOpen)
    assert.isFalse(window.failure())
  })
})
