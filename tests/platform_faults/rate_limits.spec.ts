import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { freePort, ShopProcess } from '#tests/support/shop_process'
import { parseList } from '#tests/unit/platform/structured_fields'

/** So few a minute that none comes back meanwhile, however slow the machine is. */
const LIMITS = 'guest=1/min:20,auth=1/min:3'

/** A client of its own: addresses of documentation (RFC 5737), believed from the loopback proxy. */
let clients = 0
const nextClient = () => ({ 'X-Forwarded-For': `203.0.113.${++clients}` })

test.group('Rate limits of a web process', () => {
  test('LIM-03: answers tell the limit; beyond it a problem says when to return', async ({
    assert,
    cleanup,
  }) => {
    const shop = await ShopProcess.start({ RATE_LIMITS: LIMITS })
    cleanup(shop.end)
    const headers = nextClient()
    const ask = () => fetch(`${shop.url}/api/v1/brands`, { headers })

    let left = 20
    for (let request = 1; request <= 20; request++) {
      const answer = await ask()
      assert.equal(answer.status, 200)
      const [policy] = parseList(answer.headers.get('ratelimit-policy')!)
      const [state] = parseList(answer.headers.get('ratelimit')!)
      assert.deepEqual(policy, { item: 'guest', parameters: { q: 20, w: 1_200 } })
      assert.equal(state.item, 'guest')
      assert.isBelow(Number(state.parameters.r), left)
      assert.isAtMost(Number(state.parameters.t), 1_200)
      left = Number(state.parameters.r)
      assert.equal(answer.headers.get('x-ratelimit-limit'), '20')
      assert.equal(answer.headers.get('x-ratelimit-remaining'), String(left))
    }

    const refused = await ask()
    const [state] = parseList(refused.headers.get('ratelimit')!)
    assert.equal(refused.status, 429)
    assert.equal(state.parameters.r, 0)
    assert.match(refused.headers.get('content-type')!, /^application\/problem\+json/)
    assert.isAtMost(Number(refused.headers.get('retry-after')), 60)
    assert.isAtLeast(Number(refused.headers.get('retry-after')), 1)
    assert.containSubset(await refused.json(), { status: 429, code: 'rate_limited' })

    const other = await fetch(`${shop.url}/api/v1/brands`, { headers: nextClient() })
    assert.equal(other.status, 200, 'another client is not affected')
  })

  test('REDIS-01: with a Redis that is not there, reads and logins are limited all the same', async ({
    assert,
    cleanup,
  }) => {
    await sql('truncate token_buckets')
    const nowhere = `redis://127.0.0.1:${await freePort()}`
    const shop = await ShopProcess.start({ RATE_LIMITS: LIMITS, REDIS_URL: nowhere })
    cleanup(shop.end)
    const ready = await fetch(`${shop.url}/health/ready`)
    assert.containSubset(await ready.json(), { status: 'degraded' })

    const headers = { ...nextClient(), 'Content-Type': 'application/json' }
    const body = JSON.stringify({ email: 'nobody@example.tn', password: 'a wrong password' })
    const statuses: number[] = []
    for (let attempt = 0; attempt < 5; attempt++) {
      const login = { method: 'POST', headers, body }
      const answer = await fetch(`${shop.url}/api/admin/auth/login`, login)
      statuses.push(answer.status)
    }
    assert.deepEqual(statuses.slice(3), [429, 429])
    assert.notInclude(statuses.slice(0, 3), 429)
    assert.lengthOf(await sql('select key from token_buckets'), 1, 'PostgreSQL counts')

    const read = await fetch(`${shop.url}/api/v1/brands`, { headers })
    assert.equal(read.status, 200)
    assert.equal(read.headers.get('x-ratelimit-remaining'), '19')
    assert.equal(await shop.stop(), 0, 'nor does a missing Redis keep a process from stopping')
  })
})
