import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { directAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'
import { drainOutbox } from '#app/platform/events/drain_outbox'
import { listen } from '#app/platform/events/listener'
import { publish } from '#app/platform/events/outbox'
import { relayToListeners } from '#app/platform/events/relay_to_listeners'
import { preparePgBoss } from '#app/platform/jobs/prepare'

const happened = (aggregateId: string, n = 0) => ({
  type: 'test.outbox',
  aggregate: 'thing',
  aggregateId,
  payload: { n },
})
const first = listen({ name: 'outbox-first', types: ['test.outbox'], handle: async () => {} })
const second = listen({ name: 'outbox-second', types: ['test.outbox'], handle: async () => {} })
const other = listen({ name: 'outbox-other', types: ['test.other'], handle: async () => {} })

const jobsOf = (name: string) =>
  sql<{ n: number; key: string }>(
    `select (data -> 'payload' ->> 'n')::int as n, singleton_key as key
       from jobs.job where name = $1 order by created_on, id`,
    [name]
  )

let connection: pg.Client

test.group('Outbox', (group) => {
  group.setup(async () => {
    await preparePgBoss()
    connection = new pg.Client(directAddress)
    await connection.connect()
  })
  group.teardown(() => connection.end())
  group.each.setup(async () => {
    await sql('truncate outbox')
    await sql(`delete from jobs.job where name like 'on.outbox-%'`)
  })

  test('an event exists exactly when its transaction commits', async ({ assert }) => {
    await db.transaction((trx) => publish(trx, happened('kept')))
    const failing = db.transaction(async (trx) => {
      await publish(trx, happened('lost'))
      throw new Error('rolled back')
    })
    await assert.rejects(() => failing, 'rolled back')
    assert.deepEqual(await sql('select aggregate_id as id from outbox'), [{ id: 'kept' }])
  })

  test('within an aggregate, numbers follow the order of commits', async ({ assert }) => {
    const slow = await db.transaction()
    await publish(slow, happened('same', 1))
    const quick = db.transaction((trx) => publish(trx, happened('same', 2)))
    await db.transaction((trx) => publish(trx, happened('another', 3)))
    await slow.commit()
    await quick
    const events = await sql<{ n: number }>(
      `select (payload ->> 'n')::int as n from outbox where aggregate_id = 'same' order by id`
    )
    assert.deepEqual(events, [{ n: 1 }, { n: 2 }])
  })

  test('every listener of a type gets one job per event, in order', async ({ assert }) => {
    await db.transaction((trx) => publish(trx, happened('a', 1), happened('b', 2)))
    await db.transaction((trx) => publish(trx, happened('a', 3)))
    assert.isFalse(await relayToListeners(connection))

    const expected = [
      { n: 1, key: 'thing:a' },
      { n: 2, key: 'thing:b' },
      { n: 3, key: 'thing:a' },
    ]
    assert.deepEqual(await jobsOf(first.job.name), expected)
    assert.deepEqual(await jobsOf(second.job.name), expected)
    assert.deepEqual(await jobsOf(other.job.name), [])
  })

  test('an event relayed again makes no second job', async ({ assert }) => {
    await db.transaction((trx) => publish(trx, happened('a', 1)))
    await relayToListeners(connection)
    await sql('update outbox set relayed_at = null')
    await relayToListeners(connection)
    assert.lengthOf(await jobsOf(first.job.name), 1)
  })

  test('an event committed late, with a smaller number, is not skipped', async ({ assert }) => {
    const slow = await db.transaction()
    await publish(slow, happened('slow', 1))
    await db.transaction((trx) => publish(trx, happened('quick', 2)))
    await relayToListeners(connection)
    await slow.commit()
    await relayToListeners(connection)
    assert.lengthOf(await jobsOf(first.job.name), 2)
  })

  test('outbox:relay tells everything there is, and ends', async ({ assert }) => {
    await db.transaction((trx) => publish(trx, happened('a', 1), happened('b', 2)))
    assert.equal(await drainOutbox(10), 0)
    assert.lengthOf(await jobsOf(first.job.name), 2)
  })

  test('without a broker nothing is owed to it', async ({ assert }) => {
    await db.transaction((trx) => publish(trx, happened('a', 1)))
    await relayToListeners(connection)
    assert.deepEqual(await sql('select 1 from outbox where published_at is null'), [])
  }).skip(Boolean(process.env.RABBITMQ_URL), 'RABBITMQ_URL is set')
})
