import { test } from '@japa/runner'
import { MemoryBuckets } from '#app/platform/limits/memory_buckets'
import { parsePolicies } from '#app/platform/limits/policies'
import { rateLimitHeaders, retryAfter } from '#app/platform/limits/rate_limit_headers'
import { RateLimits } from '#app/platform/limits/rate_limits'
import { parseList } from '#tests/unit/platform/structured_fields'

const CALLER = { role: 'guest' as const, id: '192.0.2.7' }

test.group('Rate limit headers', () => {
  test('LIM-03: are structured fields in which r decreases and t stays within the window', async ({
    assert,
  }) => {
    let now = 0
    const memory = new MemoryBuckets(() => now)
    const guests = new RateLimits(parsePolicies('guest=90/min:20'), {
      general: memory,
      shared: memory,
    })
    let left = 20
    for (let request = 1; request <= 25; request++, now += 1_000) {
      const decision = (await guests.take('read', CALLER))!
      const headers = rateLimitHeaders(decision)
      const [policy, ...otherPolicies] = parseList(headers['RateLimit-Policy'])
      const [state, ...otherStates] = parseList(headers['RateLimit'])

      assert.lengthOf([...otherPolicies, ...otherStates], 0)
      assert.deepEqual(policy, { item: 'guest', parameters: { q: 20, w: 14 } })
      assert.equal(state.item, 'guest')
      left = Math.max(0, left - 1)
      assert.equal(state.parameters.r, left)
      assert.isAtMost(Number(state.parameters.t), 14)
      assert.equal(decision.granted, request <= 20)
      if (!decision.granted) assert.equal(retryAfter(decision), '1')
      assert.equal(headers['X-RateLimit-Limit'], '20')
      assert.equal(headers['X-RateLimit-Remaining'], String(left))
      assert.match(headers['X-RateLimit-Reset'], /^\d+$/)
    }
  })

  test('the parser they are checked with refuses what is not a structured field', ({ assert }) => {
    for (const wrong of ['guest;r=1', '"guest" r=1', '"guest";R=1', '"guest";r=', '"a",', '']) {
      assert.throws(() => parseList(wrong))
    }
    assert.lengthOf(parseList('"a";q=1;w=2, "b";r=0'), 2)
  })
})
