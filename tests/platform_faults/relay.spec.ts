import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { publish } from '#app/platform/events/outbox'
import '#app/platform/events/outbox_metrics'
import { replayDeadLetters, replaySince } from '#app/platform/events/replay'
import { DEAD_LETTERS, preparePgBoss } from '#app/platform/jobs/prepare'
import { registry } from '#app/platform/observability/metrics'
import { promised, repeats } from '#tests/depth'
import { createLedger } from '#tests/platform_faults/test_jobs'
import { ledgerListener, poisonListener } from '#tests/platform_faults/test_listeners'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { waitUntil } from '#tests/wait_until'

const fleet = new WorkerFleet()
const startRelay = () => fleet.start('#tests/platform_faults/test_listeners', '--relay')
/** One that the test before has left, or a new one. */
const someRelay = async () => fleet.alive[0] ?? (await startRelay())

const happen = (aggregateId: string, payload: { n: number; poison?: boolean }, type = 'happened') =>
  db.transaction((trx) =>
    publish(trx, { type: `test.${type}`, aggregate: 'thing', aggregateId, payload })
  )
const effects = () => sql<{ key: string }>('select key from tests.effects order by id')
const effectsOf = async (aggregateId: string) => {
  const rows = await effects()
  return rows
    .map(({ key }) => key.split(':'))
    .filter(([id]) => id === aggregateId)
    .map(([, n]) => Number(n))
}
const count = async (from: string, values: unknown[] = []) => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${from}`, values)
  return n
}
const countEffects = () => count('tests.effects')
const countDead = () => count('jobs.job where name = $1', [DEAD_LETTERS])
test.group('Relay', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await createLedger()
    await sql('truncate outbox')
    await sql(`delete from jobs.job where name like 'on.test-%' or name = $1`, [DEAD_LETTERS])
  })
  group.teardown(async () => {
    await fleet.killAll()
    await sql('drop schema tests cascade')
  })

  test('/metrics tells how far the relay is behind', async ({ assert }) => {
    await happen('a', { n: 1 })
    await sql(`update outbox set created_at = now() - interval '5 minutes'`)
    assert.match(await registry.metrics(), /outbox_lag_seconds\{to="listeners"\} 30\d/)
    await startRelay()
    await waitUntil('the effect', async () => (await countEffects()) === 1)
    assert.include(await registry.metrics(), 'outbox_lag_seconds{to="listeners"} 0')
  })

  test('OUT-01: relays and workers are killed, every event has its effect once and in order', async ({
    assert,
  }) => {
    const things = 20
    const each = repeats(10, 100)
    const writing = (async () => {
      for (let n = 1; n <= each; n++) {
        await Promise.all(Array.from({ length: things }, (_, id) => happen(String(id), { n })))
        await sleep(repeats(400, 1_000))
      }
    })()
    for (let kill = 0; kill < repeats(2, 30); kill++) {
      const other = await startRelay()
      await sleep(300)
      await fleet.kill(fleet.alive.find((worker) => worker !== other) ?? other)
    }
    await startRelay()
    await writing
    await waitUntil('every effect', async () => (await countEffects()) >= things * each, 120)
    const inOrder = Array.from({ length: each }, (_, index) => index + 1)
    for (let id = 0; id < things; id++) assert.deepEqual(await effectsOf(String(id)), inOrder)
  })

  test('a paused relay is replaced, and finds itself without a connection', async ({ assert }) => {
    await fleet.killAll()
    const paused = await startRelay()
    await happen('a', { n: 1 })
    await waitUntil('the first event', async () => (await countEffects()) === 1)
    await startRelay()
    paused.kill('SIGSTOP')
    await happen('a', { n: 2 })
    await waitUntil('the other relay', async () => (await countEffects()) === 2, 120)
    paused.kill('SIGCONT')
    for (let n = 3; n <= 10; n++) await happen('a', { n })
    await waitUntil('the rest', async () => (await countEffects()) === 10)
    assert.deepEqual(await effectsOf('a'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('what happens has its effect within a second', async ({ assert }) => {
    await someRelay()
    const times: number[] = []
    for (let n = 1; n <= 10; n++) {
      const started = performance.now()
      await happen('a', { n })
      await waitUntil('the effect', async () => (await countEffects()) === n)
      times.push(performance.now() - started)
    }
    assert.isBelow(times.toSorted((a, b) => a - b)[5], promised(1_000))
  })

  test('an event that always fails ends among the dead letters, those behind it flow', async ({
    assert,
  }) => {
    await happen('bad', { n: 1, poison: true }, 'poison')
    await happen('bad', { n: 2 }, 'poison')
    await happen('good', { n: 1 }, 'poison')
    await someRelay()
    await waitUntil('the one behind', async () => (await countEffects()) === 2)
    const keys = await effects()
    assert.deepEqual(
      keys.map(({ key }) => key),
      ['good:1', 'bad:2'],
      'order is kept while there is hope'
    )
    assert.equal(await countDead(), 1)

    await sql(
      `update jobs.job set data = jsonb_set(data, '{payload,poison}', 'false')
                where name = $1`,
      [DEAD_LETTERS]
    )
    assert.equal(await replayDeadLetters([poisonListener]), 1)
    await waitUntil('the replay', async () => (await countEffects()) === 3)
    assert.equal(await countDead(), 0)
  })

  test('a listener can be told again what happened since a date', async ({ assert }) => {
    await someRelay()
    for (let n = 1; n <= 3; n++) await happen('a', { n })
    await waitUntil('the effects', async () => (await countEffects()) === 3)
    assert.equal(await replaySince(ledgerListener, new Date(Date.now() - 60_000)), 3)
    await waitUntil('the effects again', async () => (await countEffects()) === 6)
    assert.deepEqual(await effectsOf('a'), [1, 2, 3, 1, 2, 3])
  })
})
