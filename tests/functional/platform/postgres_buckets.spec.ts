import { test } from '@japa/runner'
import fc from 'fast-check'
import { sql } from '#app/platform/database/sql'
import {
  PostgresBuckets,
  TAKE_FROM_ROW,
  sweepTokenBuckets,
} from '#app/platform/limits/postgres_buckets'
import { takeTokens, type Taking } from '#app/platform/limits/token_bucket'
import { repeats } from '#tests/depth'

/** The same statement on a clock of ours: $4, in microseconds since 1970. */
const TAKE_AT = TAKE_FROM_ROW.replaceAll(
  'statement_timestamp()',
  `('epoch'::timestamptz + $4::bigint * interval '1 microsecond')`
)

test.group('Token buckets in PostgreSQL', (group) => {
  group.each.setup(async () => {
    await sql('truncate token_buckets')
  })

  test('LIM-01: the statement counts exactly like the algorithm', async ({ assert }) => {
    let schedule = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.array(fc.tuple(fc.nat({ max: 3_000_000 }), fc.integer({ min: 1, max: 20 })), {
          minLength: 1,
          maxLength: 30,
        }),
        async (burst, intervalUs, steps) => {
          const policy = { name: 'guest', burst, intervalUs }
          const key = `schedule ${schedule++}`
          let now = 1_700_000_000_000_000
          let fullAt = 0
          for (const [pauseUs, wished] of steps) {
            now += pauseUs
            const cost = Math.min(wished, burst)
            const expected = takeTokens(Math.max(0, fullAt - now), policy, cost)
            fullAt = now + expected.missingUs
            const values = [key, cost * intervalUs, burst * intervalUs, now]
            assert.deepEqual(await sql<Taking>(TAKE_AT, values), [expected])
          }
        }
      ),
      { numRuns: repeats(50, 2_000) }
    )
  })

  test('LIM-02: of 50 requests at one token, exactly one passes', async ({ assert }) => {
    const buckets = new PostgresBuckets()
    const policy = { name: 'auth', burst: 3, intervalUs: 3_600_000_000 }
    for (let run = 0; run < repeats(20, 200); run++) {
      const key = `run ${run}`
      await buckets.take(key, policy, 2)
      const takings = await Promise.all(
        Array.from({ length: 50 }, () => buckets.take(key, policy, 1))
      )
      assert.lengthOf(
        takings.filter((taking) => taking.granted),
        1
      )
    }
  })

  test('a bucket nobody has touched yet is raced for just as fairly', async ({ assert }) => {
    const buckets = new PostgresBuckets()
    const policy = { name: 'auth', burst: 1, intervalUs: 3_600_000_000 }
    const takings = await Promise.all(
      Array.from({ length: 50 }, () => buckets.take('new', policy, 1))
    )
    assert.lengthOf(
      takings.filter((taking) => taking.granted),
      1
    )
  })

  test('buckets that are full again are swept away', async ({ assert }) => {
    const buckets = new PostgresBuckets()
    await buckets.take('quick', { name: 'guest', burst: 5, intervalUs: 1 }, 1)
    await buckets.take('slow', { name: 'guest', burst: 5, intervalUs: 60_000_000 }, 1)
    await sweepTokenBuckets()
    assert.deepEqual(await sql('select key from token_buckets'), [{ key: 'slow' }])
  })
})
