import { test } from '@japa/runner'
import fc from 'fast-check'
import { MemoryBuckets } from '#app/platform/limits/memory_buckets'
import { decisionOf, type BucketPolicy } from '#app/platform/limits/token_bucket'

const policies = fc.record({
  name: fc.constant('guest'),
  burst: fc.integer({ min: 1, max: 40 }),
  intervalUs: fc.integer({ min: 1, max: 2_000_000 }),
})
const schedules = fc.array(
  fc.record({ pauseUs: fc.nat({ max: 3_000_000 }), cost: fc.integer({ min: 1, max: 40 }) }),
  { minLength: 1, maxLength: 60 }
)

/** The bucket as textbooks draw it: tokens that drip in. Counted in microtokens, so exactly. */
class Drip {
  #level: number
  constructor(private readonly policy: BucketPolicy) {
    this.#level = policy.burst * policy.intervalUs
  }

  wait(us: number) {
    this.#level = Math.min(this.policy.burst * this.policy.intervalUs, this.#level + us)
  }

  take(cost: number) {
    if (this.#level < cost * this.policy.intervalUs) return false
    this.#level -= cost * this.policy.intervalUs
    return true
  }

  get tokens() {
    return Math.floor(this.#level / this.policy.intervalUs)
  }
}

test.group('Token bucket', () => {
  test('LIM-01: grants exactly what the dripping bucket grants, on 10,000 schedules', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(policies, schedules, async (policy, schedule) => {
        let now = 0
        const buckets = new MemoryBuckets(() => now)
        const model = new Drip(policy)
        for (const { pauseUs, cost: wished } of schedule) {
          const cost = Math.min(wished, policy.burst)
          now += pauseUs
          model.wait(pauseUs)
          const taking = await buckets.take('a', policy, cost)
          assert.equal(taking.granted, model.take(cost))
          assert.equal(decisionOf(taking, policy, cost).remaining, model.tokens)
        }
      }),
      { numRuns: 10_000 }
    )
  })

  test('LIM-01: never grants more than the burst plus what time brought', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(policies, schedules, async (policy, schedule) => {
        let now = 0
        let granted = 0
        const buckets = new MemoryBuckets(() => now)
        for (const { pauseUs } of schedule) {
          now += pauseUs
          const taking = await buckets.take('a', policy, 1)
          if (taking.granted) granted += 1
          assert.isAtMost(granted, policy.burst + Math.floor(now / policy.intervalUs))
        }
      }),
      { numRuns: 1_000 }
    )
  })

  test('a refused request passes after the wait it was told, and not before', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(policies, schedules, async (policy, schedule) => {
        let now = 0
        const buckets = new MemoryBuckets(() => now)
        for (const { cost: wished } of schedule) {
          const cost = Math.min(wished, policy.burst)
          const decision = decisionOf(await buckets.take('a', policy, cost), policy, cost)
          if (decision.granted) continue
          now += Math.max(0, decision.retryAfterMs - 1) * 1000 - 1
          const tooEarly = await buckets.take('a', policy, cost)
          assert.isFalse(tooEarly.granted)
          now += 1001
          const onTime = await buckets.take('a', policy, cost)
          assert.isTrue(onTime.granted)
        }
      }),
      { numRuns: 1_000 }
    )
  })

  test('callers have buckets of their own', async ({ assert }) => {
    const policy = { name: 'guest', burst: 1, intervalUs: 1_000_000 }
    const buckets = new MemoryBuckets(() => 0)
    for (const key of ['a', 'b']) {
      const taking = await buckets.take(key, policy, 1)
      assert.isTrue(taking.granted)
    }
  })

  test('LIM-02: of 50 requests at one token, exactly one passes (memory)', async ({ assert }) => {
    const policy = { name: 'guest', burst: 1, intervalUs: 3_600_000_000 }
    const buckets = new MemoryBuckets()
    const takings = await Promise.all(
      Array.from({ length: 50 }, () => buckets.take('a', policy, 1))
    )
    assert.lengthOf(
      takings.filter((taking) => taking.granted),
      1
    )
  })

  test('memory stays bounded, and forgets whoever was quiet for longest', async ({ assert }) => {
    const policy = { name: 'guest', burst: 1, intervalUs: 1_000_000 }
    const buckets = new MemoryBuckets(() => 0, 3)
    for (const key of ['a', 'b', 'c', 'a', 'd']) await buckets.take(key, policy, 1)
    assert.equal(buckets.size, 3)
    const again = await buckets.take('a', policy, 1)
    assert.isFalse(again.granted)
  })
})
