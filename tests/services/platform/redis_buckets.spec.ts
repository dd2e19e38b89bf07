import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Redis } from 'ioredis'
import { sql } from '#app/platform/database/sql'
import { FallbackBuckets } from '#app/platform/limits/fallback_buckets'
import { MemoryBuckets } from '#app/platform/limits/memory_buckets'
import { PostgresBuckets } from '#app/platform/limits/postgres_buckets'
import { RedisBuckets, TAKE_FROM_KEY } from '#app/platform/limits/redis_buckets'
import { takeTokens } from '#app/platform/limits/token_bucket'
import { Dependency } from '#app/platform/resilience/dependency'
import { promised, repeats } from '#tests/depth'
import type { TcpProxy } from '#tests/faults/tcp_proxy'
import { hasRedisServer, startFullRedis } from '#tests/services/platform/full_redis'
import { redisLine } from '#tests/services/platform/redis_line'
import { TYPESCRIPT } from '#tests/support/typescript'

const POLICY = { name: 'guest', burst: 20, intervalUs: 100_000 }
const SLOWLY = { name: 'auth', burst: 3, intervalUs: 3_600_000_000 }
const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]

let proxy: TcpProxy
let client: Redis
let names = 0
const nextDependency = () =>
  new Dependency(`redis-${++names}`, { timeoutMs: 250, restMs: 200, maxRestMs: 400 })
const buckets = () => new RedisBuckets(client, nextDependency())

test.group('Token buckets in Redis', (group) => {
  group.tap((each) => each.skip(!process.env.REDIS_URL, 'REDIS_URL is not set'))
  group.each.setup(async () => {
    // One of these starts a Redis of its own.
    if (!process.env.REDIS_URL) return async () => {}
    const line = await redisLine()
    ;({ proxy, client } = line)
    await once(client, 'ready')
    await client.flushdb()
    await sql('truncate token_buckets')
    return async () => {
      client.disconnect()
      await proxy.stop()
    }
  })

  test('LIM-01: the script counts exactly like the algorithm, on 10,000 schedules', async ({
    assert,
  }) => {
    const onOurClock = TAKE_FROM_KEY.replace("redis.call('TIME')", '{ ARGV[3], ARGV[4] }')
    const runs = repeats(1_000, 10_000)
    let schedule = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 20_000, max: 2_000_000 }),
        fc.array(fc.tuple(fc.nat({ max: 3_000_000 }), fc.integer({ min: 1, max: 20 })), {
          minLength: 1,
          maxLength: 30,
        }),
        async (burst, intervalUs, steps) => {
          const policy = { name: 'guest', burst, intervalUs }
          const key = `schedule ${schedule++}`
          const pipeline = client.pipeline()
          const expected = []
          let now = 4_000_000_000_000_000
          let fullAt = 0
          for (const [pauseUs, wished] of steps) {
            now += pauseUs
            const cost = Math.min(wished, burst)
            const taking = takeTokens(Math.max(0, fullAt - now), policy, cost)
            fullAt = now + taking.missingUs
            expected.push([Number(taking.granted), taking.missingUs])
            const [seconds, micros] = [Math.floor(now / 1e6), now % 1e6]
            const values = [cost * intervalUs, burst * intervalUs, seconds, micros]
            // The key must outlive the test's own clock.
            pipeline.eval(onOurClock.replace("'PX', ", "'PX', 60000 + "), 1, key, ...values)
          }
          const answers = await pipeline.exec()
          assert.deepEqual(
            answers?.map(([, answer]) => answer),
            expected
          )
        }
      ),
      { numRuns: runs }
    )
  })

  test('LIM-01: two processes together never get more than burst and time allow', async ({
    assert,
  }) => {
    const started = Date.now()
    const takers = await Promise.all(
      [1, 2].map(async () => {
        const script = new URL('./bucket_taker.ts', import.meta.url)
        const child = fork(
          script,
          [process.env.REDIS_URL!, 'shared', '2000', JSON.stringify(POLICY)],
          { execArgv: [TYPESCRIPT] }
        )
        const [{ granted }] = (await once(child, 'message')) as [{ granted: number }]
        return granted
      })
    )
    const seconds = (Date.now() - started) / 1000
    const granted = takers.reduce((sum, count) => sum + count, 0)
    assert.isAtMost(granted, POLICY.burst + 10 * seconds)
    assert.isAtLeast(granted, POLICY.burst + 10 * 1.5, 'and what they may have, they get')
  })

  test('LIM-02: of 50 requests at one token, exactly one passes', async ({ assert }) => {
    for (let run = 0; run < repeats(20, 200); run++) {
      const store = buckets()
      await store.take(`run ${run}`, SLOWLY, 2)
      const takings = await Promise.all(
        Array.from({ length: 50 }, () => store.take(`run ${run}`, SLOWLY, 1))
      )
      assert.lengthOf(
        takings.filter((taking) => taking.granted),
        1
      )
    }
  })

  test('a bucket that is full again leaves nothing behind', async ({ assert }) => {
    await buckets().take('brief', { name: 'guest', burst: 5, intervalUs: 200_000 }, 1)
    assert.equal(await client.exists('bucket:brief'), 1)
    await sleep(300)
    assert.equal(await client.exists('bucket:brief'), 0)
  })

  test('REDIS-01: absent from the start, reads are limited in memory and logins in PostgreSQL', async ({
    assert,
  }) => {
    await proxy.set({ down: true })
    const reads = new FallbackBuckets(buckets(), new MemoryBuckets())
    const logins = new FallbackBuckets(buckets(), new PostgresBuckets())
    const count = async (store: FallbackBuckets) => {
      const takings = []
      for (let i = 0; i < 20; i++) takings.push(await store.take('a', SLOWLY, 1))
      return takings.filter((taking) => taking.granted).length
    }
    assert.equal(await count(reads), SLOWLY.burst)
    assert.equal(await count(logins), SLOWLY.burst)
    assert.lengthOf(await sql('select key from token_buckets'), 1)
  })

  test('REDIS-02: an outage under load costs no request, little time and no memory', async ({
    assert,
  }) => {
    const store = new FallbackBuckets(buckets(), new MemoryBuckets())
    const times: number[] = []
    const load = async (milliseconds: number) => {
      const end = Date.now() + milliseconds
      while (Date.now() < end) {
        const started = performance.now()
        await Promise.all(Array.from({ length: 20 }, () => store.take('a', POLICY, 1)))
        times.push(performance.now() - started)
        await sleep(5)
      }
    }
    await load(500)
    const rss = process.memoryUsage.rss()
    await proxy.set({ down: true })
    await load(1_500)
    await proxy.set({})
    await load(1_500)
    assert.isBelow(p95(times), promised(100))
    assert.isBelow(process.memoryUsage.rss() - rss, 50 * 1024 * 1024)

    await client.flushdb()
    await store.take('after', SLOWLY, 1)
    assert.equal(await client.exists('bucket:after'), 1, 'Redis counts again')
  })

  test('REDIS-03: FLUSHALL at any moment refills buckets and breaks nothing', async ({
    assert,
  }) => {
    const store = buckets()
    for (let round = 0; round < 5; round++) {
      const takings = []
      for (let i = 0; i < 10; i++) takings.push(await store.take('a', SLOWLY, 1))
      assert.equal(takings.filter((taking) => taking.granted).length, SLOWLY.burst)
      await client.flushdb()
      await client.script('FLUSH')
    }
  })

  test('REDIS-04: two seconds of latency open the circuit, and answers stay quick', async ({
    assert,
  }) => {
    const dep = new Dependency('redis-slow', { timeoutMs: 250, restMs: 5_000 })
    const store = new FallbackBuckets(new RedisBuckets(client, dep), new MemoryBuckets())
    await proxy.set({ latency: 2_000 })
    const times: number[] = []
    for (let request = 0; request < 400; request++) {
      const started = performance.now()
      await store.take('a', POLICY, 1)
      times.push(performance.now() - started)
    }
    assert.isBelow(Math.max(...times), promised(350))
    assert.isBelow(p95(times), promised(50))
  })

  test('REDIS-05: a Redis that is out of memory is done without', async ({ assert, cleanup }) => {
    const full = await startFullRedis()
    cleanup(full.stop)
    const store = new FallbackBuckets(
      new RedisBuckets(full.client, nextDependency()),
      new MemoryBuckets()
    )
    const takings = []
    for (let i = 0; i < 20; i++) takings.push(await store.take('a', SLOWLY, 1))
    assert.equal(takings.filter((taking) => taking.granted).length, SLOWLY.burst)
  }).skip(!hasRedisServer, 'redis-server is not installed')

  test('connections cut in the middle of a command are done without', async ({ assert }) => {
    const store = new FallbackBuckets(buckets(), new MemoryBuckets())
    await proxy.set({ cutAfterBytes: 0 })
    const takings = []
    for (let i = 0; i < 20; i++) takings.push(await store.take('a', SLOWLY, 1))
    assert.equal(takings.filter((taking) => taking.granted).length, SLOWLY.burst)
  })
})
