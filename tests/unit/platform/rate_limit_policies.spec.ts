import { test } from '@japa/runner'
import { networkOf } from '#app/platform/limits/caller'
import { MemoryBuckets } from '#app/platform/limits/memory_buckets'
import { parsePolicies } from '#app/platform/limits/policies'
import { RateLimits } from '#app/platform/limits/rate_limits'

const CALLER = { role: 'guest' as const, id: '192.0.2.7' }

function limits(text: string) {
  const memory = new MemoryBuckets(() => 0)
  return new RateLimits(parsePolicies(text), { general: memory, shared: memory })
}

test.group('Rate limit policies', () => {
  test('reads count per minute and burst, and keeps the defaults of the rest', ({ assert }) => {
    const policies = parsePolicies('guest=60/min:20, staff=600/min:100')
    assert.deepEqual(policies.guest, { name: 'guest', burst: 20, intervalUs: 1_000_000 })
    assert.deepEqual(policies.staff, { name: 'staff', burst: 100, intervalUs: 100_000 })
    assert.exists(policies.customer)
    assert.exists(policies.auth)
  })

  for (const wrong of ['guest', 'guest=60', 'nobody=60/min:20', 'guest=0/min:20', 'guest=1/min:0'])
    test(`says what is wrong with "${wrong}"`, ({ assert }) => {
      assert.throws(() => parsePolicies(wrong), /RATE_LIMITS: ".*" is not NAME=COUNT\/min:BURST/)
    })

  test('off lifts every limit, but not in production', async ({ assert }) => {
    assert.isUndefined(await limits('off').take('read', CALLER))
    assert.throws(() => parsePolicies('off', { production: true }), /refused in production/)
  })

  test('an export costs twenty reads of the same bucket', async ({ assert }) => {
    const guests = limits('guest=60/min:25')
    const exported = await guests.take('export', CALLER)
    const read = await guests.take('read', CALLER)
    const again = await guests.take('export', CALLER)
    assert.deepEqual([exported?.remaining, read?.remaining, again?.granted], [5, 4, false])
  })

  test('a class with a policy of its own leaves the caller’s bucket alone', async ({ assert }) => {
    const guests = limits('guest=60/min:25,search=30/min:3')
    for (let search = 0; search < 4; search++) await guests.take('search', CALLER)
    const refused = await guests.take('search', CALLER)
    const read = await guests.take('read', CALLER)
    assert.isFalse(refused?.granted)
    assert.equal(read?.remaining, 24)
  })

  test('a request that costs more than a whole bucket needs a full one', async ({ assert }) => {
    const guests = limits('guest=60/min:5')
    const first = await guests.take('export', CALLER)
    const second = await guests.take('export', CALLER)
    assert.isTrue(first?.granted)
    assert.isFalse(second?.granted)
  })

  test('an IPv6 subscriber is one caller, whichever address he takes', ({ assert }) => {
    assert.equal(networkOf('2001:db8:1:2::7'), '2001:db8:1:2::/64')
    assert.equal(networkOf('2001:0DB8:1:2:ffff:1:2:3'), '2001:db8:1:2::/64')
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64')
    assert.equal(networkOf('::1'), '0:0:0:0::/64')
    assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
    assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  })
})
