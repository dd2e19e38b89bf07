import { setTimeout as sleep } from 'node:timers/promises'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { consume, type Consumer } from '#app/platform/events/broker/consumer'
import { publish, type NewEvent } from '#app/platform/events/outbox'
import { startRelay } from '#app/platform/events/relay'
import { replayUnroutable } from '#app/platform/events/replay'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { registry } from '#app/platform/observability/metrics'
import { promised, repeats } from '#tests/depth'
import type { Fault, TcpProxy } from '#tests/faults/tcp_proxy'
import {
  brokerLine,
  countDead,
  deleteQueues,
  isConsumed,
} from '#tests/services/platform/broker_line'
import { waitUntil } from '#tests/wait_until'

type Line = Awaited<ReturnType<typeof brokerLine>>
type Payload = { n: number }

let line: Line
let proxy: TcpProxy
/** Effects of the consumer, in the order of their commits. */
const effects = () => sql<{ n: number }>('select n from tests.consumed order by id')
const count = async (text: string) => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${text}`)
  return n
}
const countEffects = () => count('tests.consumed')
const countUnpublished = () => count('outbox where published_at is null')
/** A consumer may be done with a message before the relay has noted the broker's confirmation. */
const allIsPublished = () => waitUntil('the marks', async () => (await countUnpublished()) === 0)

const event = (n: number, aggregateId = 'a'): NewEvent<Payload> => ({
  type: `${line.queue}.happened`,
  aggregate: 'thing',
  aggregateId,
  payload: { n },
})
const happen = (...events: NewEvent[]) => db.transaction((trx) => publish(trx, ...events))

const consumer = (onMessage: (n: number) => void = () => {}): Consumer => ({
  queue: line.queue,
  types: [`${line.queue}.*`],
  async handle({ payload }, trx) {
    const { n } = payload as Payload
    onMessage(n)
    await sql('insert into tests.consumed (n) values ($1)', [n], trx)
  },
})

type Cleanup = (end: () => Promise<void>) => void

async function startConsumer(cleanup: Cleanup, own: Consumer) {
  cleanup(await consume(line.url, own))
  await waitUntil('the consumer', () => isConsumed(line.directUrl, line.queue))
}

async function start(cleanup: Cleanup, own: Consumer) {
  await startConsumer(cleanup, own)
  const relay = startRelay(line.url)
  cleanup(() => relay.stop())
}

test.group('RabbitMQ', (group) => {
  group.tap((each) => each.skip(!process.env.RABBITMQ_URL, 'RABBITMQ_URL is not set'))
  group.setup(async () => {
    await preparePgBoss()
    await sql('create schema if not exists tests')
    await sql('create table tests.consumed (id bigint generated always as identity, n int)')
    return async () => {
      await sql('drop schema tests cascade')
    }
  })
  group.each.setup(async () => {
    line = await brokerLine()
    proxy = line.proxy
    await sql('truncate outbox, inbox, tests.consumed')
    return async () => {
      await deleteQueues(line.directUrl, line.queue)
      await proxy.stop()
    }
  })

  test('events reach the consumer once and in order', async ({ assert, cleanup }) => {
    await start(cleanup, consumer())
    for (let n = 1; n <= 50; n++) await happen(event(n))
    await waitUntil('the effects', async () => (await countEffects()) === 50)
    assert.deepEqual(
      await effects(),
      Array.from({ length: 50 }, (_, index) => ({ n: index + 1 }))
    )
    await allIsPublished()
  })

  test('a message that comes again has no second effect', async ({ assert, cleanup }) => {
    await start(cleanup, consumer())
    for (let n = 1; n <= 20; n++) await happen(event(n))
    await waitUntil('the effects', async () => (await countEffects()) === 20)
    await sql('update outbox set published_at = null')
    await happen(event(21))
    await waitUntil('the last one', async () => (await countEffects()) === 21)
    await allIsPublished()
    assert.equal(await countEffects(), 21)
  })

  const outages: [string, Fault][] = [
    ['the broker is down', { down: true }],
    ['the broker takes nothing, as under a memory alarm', { blackhole: true }],
  ]
  for (const [what, fault] of outages) {
    test(`OUT-03: ${what}; writers do not notice, and the lag drains quickly`, async ({
      assert,
      cleanup,
    }) => {
      await start(cleanup, consumer())
      await happen(event(0))
      await waitUntil('the first effect', async () => (await countEffects()) === 1)

      await proxy.set(fault)
      const events = repeats(5_000, 20_000)
      const times: number[] = []
      for (let n = 1; n <= events; n += 100) {
        const started = performance.now()
        await happen(...Array.from({ length: 100 }, (_, i) => event(n + i, `thing ${i}`)))
        times.push(performance.now() - started)
      }
      await sleep(repeats(3_000, 120_000))
      assert.equal(await countUnpublished(), events)
      assert.equal(await count('outbox where relayed_at is null'), 0, 'listeners are not held up')
      assert.isBelow(
        times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)],
        promised(500)
      )

      await proxy.set({ down: true })
      await proxy.set({})
      await waitUntil('the broker again', async () => (await countUnpublished()) < events)
      const started = performance.now()
      const behind = await countUnpublished()
      await waitUntil('the lag', async () => (await countUnpublished()) === 0)
      const seconds = (performance.now() - started) / 1000
      assert.isAtLeast(behind / seconds, repeats(50, 500))
      await waitUntil('the effects', async () => (await countEffects()) === events + 1, 90)
    })
  }

  test('OUT-04: a poison message is put aside after five deliveries, others flow, and it can be replayed', async ({
    assert,
    cleanup,
  }) => {
    let poisoned = true
    let deliveries = 0
    const picky = consumer((n) => {
      if (n !== 5) return
      deliveries += 1
      if (poisoned) throw new Error('poison')
    })
    await start(cleanup, picky)
    for (let n = 1; n <= 20; n++) await happen(event(n))
    await waitUntil('the others', async () => (await countEffects()) === 19)
    const dead = () => countDead(line.directUrl, line.queue)
    await waitUntil('the dead queue', async () => (await dead()) === 1)
    assert.equal(deliveries, 5)
    const told = await registry.metrics()
    assert.include(told, `broker_messages_put_aside_total{queue="${line.queue}"} 1`)

    poisoned = false
    const replay = await ace.exec('events:replay', [`--queue=${line.queue}`])
    assert.equal(replay.exitCode, 0)
    await waitUntil('the replay', async () => (await countEffects()) === 20)
    assert.equal(await dead(), 0)
  })

  test('connections cut while messages are handled double nothing and lose nothing', async ({
    assert,
    cleanup,
  }) => {
    await start(cleanup, consumer())
    const events = repeats(300, 2_000)
    const writing = (async () => {
      for (let n = 1; n <= events; n++) await happen(event(n))
    })()
    for (let cut = 0; cut < repeats(5, 30); cut++) {
      await sleep(300)
      await proxy.set({ reset: true })
      await proxy.set({})
    }
    await writing
    await waitUntil('every effect', async () => (await countEffects()) >= events, 90)
    await sleep(500)
    assert.equal(await countEffects(), events)
    assert.equal(await countDead(line.directUrl, line.queue), 0)
  })

  test('an event that no queue wants is noted, and sent again when one does', async ({
    assert,
    cleanup,
  }) => {
    const relay = startRelay(line.url)
    cleanup(() => relay.stop())
    await happen(event(1))
    await waitUntil('the note', async () => (await count('outbox where unroutable')) === 1)

    await startConsumer(cleanup, consumer())
    assert.equal(await replayUnroutable(), 1)
    await waitUntil('the effect', async () => (await countEffects()) === 1)
    assert.equal(await count('outbox where unroutable'), 0)
  })
})
