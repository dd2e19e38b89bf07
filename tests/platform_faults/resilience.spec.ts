import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import { CircuitState } from 'cockatiel'
import { registry } from '#app/platform/observability/metrics'
import { Dependency, dependency } from '#app/platform/resilience/dependency'
import {
  DependencyFault,
  DependencyTimeout,
  DependencyUnavailable,
} from '#app/platform/resilience/errors'
import { sendHttp } from '#app/platform/resilience/http'
import { promised } from '#tests/depth'
import { Upstream } from '#tests/fakes/upstream'

/** Fast enough for a test; the defaults only stretch the same behaviour. */
const FAST = {
  ...{ timeoutMs: promised(300), firstPauseMs: 5, maxPauseMs: 50 },
  ...{ restMs: promised(200), maxRestMs: promised(800) },
}
const QUIET = { ...FAST, attempts: 1 }

let upstream: Upstream
let names = 0
const fresh = (options = FAST) => new Dependency(`fake-${++names}`, options)
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: Error) => error.constructor.name
  )

async function openCircuit(dep: Dependency) {
  await upstream.behave({ errorRatio: 1 })
  for (let call = 0; call < 10; call++) await outcome(sendHttp(dep, upstream.url))
}

test.group('Outgoing calls', (group) => {
  group.setup(async () => {
    upstream = await Upstream.start()
  })
  group.teardown(() => upstream.stop())
  group.each.setup(() => upstream.behave({}))

  test('an answer comes through, with its status and body', async ({ assert }) => {
    const answer = await sendHttp(fresh(), `${upstream.url}/thing`)
    assert.equal(answer.status, 200)
    assert.property(JSON.parse(answer.body.toString()), 'received')
  })

  test('a hanging dependency is given up after the timeout', async ({ assert }) => {
    await upstream.behave({ hang: true })
    const started = performance.now()
    await assert.rejects(
      () => sendHttp(fresh(QUIET), upstream.url),
      new RegExp(`within ${FAST.timeoutMs} ms`)
    )
    assert.approximately(performance.now() - started, FAST.timeoutMs, promised(150))
  })

  test('work that ignores its signal is given up all the same', async ({ assert }) => {
    const forever = () => new Promise<never>(() => {})
    assert.equal(await outcome(fresh(QUIET).call(forever)), DependencyTimeout.name)
  })

  test('an idempotent call is retried until it succeeds', async ({ assert }) => {
    const dep = fresh()
    await upstream.behave({ errorRatio: 0.5 })
    const before = await upstream.received()
    assert.equal(await outcome(sendHttp(dep, upstream.url)), 'ok')
    assert.equal(await outcome(sendHttp(dep, upstream.url)), 'ok')
    assert.equal(await upstream.received(), before + 3)
  })

  test('a call that is not idempotent is sent once', async ({ assert }) => {
    await upstream.behave({ errorRatio: 1 })
    const before = await upstream.received()
    await assert.rejects(() => sendHttp(fresh(), upstream.url, { method: 'POST', body: '{}' }))
    assert.equal(await upstream.received(), before + 1)
  })

  test('LOAD-05: at 30 % errors, 1000 calls cost at most 1100 requests', async ({ assert }) => {
    const dep = fresh()
    await upstream.behave({ errorRatio: 0.3 })
    const before = await upstream.received()
    let failed = 0
    for (let batch = 0; batch < 100; batch++) {
      const calls = Array.from({ length: 10 }, () => outcome(sendHttp(dep, upstream.url)))
      const results = await Promise.all(calls)
      failed += results.filter((result) => result !== 'ok').length
    }
    const sent = (await upstream.received()) - before
    assert.isAtMost(sent, 1100)
    assert.isAtLeast(sent, 1050, 'the budget is used')
    assert.isBelow(failed, 300, 'and it helps')
    assert.equal(dep.state, CircuitState.Closed)
  })

  test('a longer wish than we are ready to wait ends the call at once', async ({ assert }) => {
    await upstream.behave({ errorRatio: 1, errorStatus: 503, retryAfter: '120' })
    const started = performance.now()
    assert.equal(await outcome(sendHttp(fresh(), upstream.url)), DependencyFault.name)
    assert.isBelow(performance.now() - started, promised(200))
  })

  test('a refusal that is our own fault is an answer, not a fault', async ({ assert }) => {
    const dep = fresh()
    await upstream.behave({ errorRatio: 1, errorStatus: 404 })
    for (let call = 0; call < 30; call++) {
      const answer = await sendHttp(dep, upstream.url)
      assert.equal(answer.status, 404)
    }
    assert.equal(dep.state, CircuitState.Closed)
  })

  test('the circuit opens at half of ten failed calls, and then nothing is sent', async ({
    assert,
  }) => {
    const dep = fresh(QUIET)
    await upstream.behave({ errorRatio: 0.5 })
    for (let call = 0; call < 10; call++) await outcome(sendHttp(dep, upstream.url))
    assert.equal(dep.state, CircuitState.Open)

    const before = await upstream.received()
    const results = await Promise.all(
      Array.from({ length: 50 }, () => outcome(sendHttp(dep, upstream.url)))
    )
    assert.deepEqual([...new Set(results)], [DependencyUnavailable.name])
    assert.equal(await upstream.received(), before)
  })

  test('half open lets one probe through, and its success closes the circuit', async ({
    assert,
  }) => {
    const dep = fresh(QUIET)
    await openCircuit(dep)
    await upstream.behave({ delayMs: 50 })
    await sleep(FAST.restMs + 20)

    const before = await upstream.received()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => outcome(sendHttp(dep, upstream.url)))
    )
    assert.equal(await upstream.received(), before + 1)
    assert.equal(results.filter((result) => result === 'ok').length, 1)
    assert.equal(dep.state, CircuitState.Closed)
    assert.equal(await outcome(sendHttp(dep, upstream.url)), 'ok')
  })

  test('a failed probe doubles the rest', async ({ assert }) => {
    const dep = fresh(QUIET)
    await openCircuit(dep)
    await sleep(FAST.restMs + 20)
    assert.equal(await outcome(sendHttp(dep, upstream.url)), DependencyFault.name)

    const before = await upstream.received()
    await sleep(FAST.restMs + 20)
    assert.equal(await outcome(sendHttp(dep, upstream.url)), DependencyUnavailable.name)
    assert.equal(await upstream.received(), before)
    await sleep(FAST.restMs)
    assert.equal(await outcome(sendHttp(dep, upstream.url)), DependencyFault.name)
  })

  test('a dependency that is down opens the circuit, and is found again', async ({ assert }) => {
    const dep = fresh(QUIET)
    await upstream.behave({ down: true })
    for (let call = 0; call < 10; call++) {
      assert.notEqual(await outcome(sendHttp(dep, upstream.url)), 'ok')
    }
    assert.equal(dep.state, CircuitState.Open)
    await upstream.behave({})
    await sleep(FAST.restMs + 20)
    assert.equal(await outcome(sendHttp(dep, upstream.url)), 'ok')
  })

  test('a caller that leaves ends the call, and the circuit does not hold it against anyone', async ({
    assert,
  }) => {
    const dep = fresh()
    await upstream.behave({ hang: true })
    for (let call = 0; call < 12; call++) {
      const signal = AbortSignal.timeout(10)
      await assert.rejects(() => sendHttp(dep, upstream.url, { signal }), /aborted due to timeout/)
    }
    assert.equal(dep.state, CircuitState.Closed)
  })

  test('/metrics tells the state of each circuit and what was sent', async ({ assert }) => {
    const dep = fresh(QUIET)
    await openCircuit(dep)
    await outcome(sendHttp(dep, upstream.url))
    const text = await registry.metrics()
    assert.include(text, `breaker_state{dep="${dep.name}"} 2`)
    assert.include(text, `dependency_attempts_total{dep="${dep.name}",outcome="failed"} 10`)
    assert.include(text, `dependency_attempts_total{dep="${dep.name}",outcome="refused"} 1`)
  })

  test('callers that name the same dependency share its circuit', ({ assert }) => {
    assert.strictEqual(dependency('shared', FAST), dependency('shared', FAST))
  })
})
