import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { PostgreConfig } from '@adonisjs/lucid/types/database'
import type pg from 'pg'
import databaseConfig from '#config/database'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { codeIn, complete, completionStatus, readyCheckout } from '#tests/support/purchases'
import { assertBooks, levelsOf } from '#tests/support/stock'

/** What is decided upon: who reads it anywhere but where it is written decides wrongly. */
const STOCK = /stock_levels|reservations|stock_movements/

/**
 * Lets the shop read from a server that is behind: one where nothing was ever sold. Resolves with what it was asked;
 * the shop has its one server back at the end. Its connection stays what it is: others hold on to it.
 */
async function withStaleReader(cleanup: (task: () => Promise<void>) => void): Promise<string[]> {
  const config = databaseConfig.connections.postgres as PostgreConfig
  const asked: string[] = []
  await sql('create schema stale')
  await sql('create table stale.stock_levels as select * from stock_levels')
  await sql('create table stale.reservations (like reservations)')
  await sql('update stale.stock_levels set on_hand = 1000, reserved = 0')
  db.manager.add('stale', {
    ...config,
    connection: { ...(config.connection as object), options: '-c search_path=stale,public' },
    pool: {
      ...config.pool,
      afterCreate: (connection: pg.PoolClient, done: () => void) => listen(connection, asked, done),
    },
  } as unknown as PostgreConfig)
  db.manager.connect('stale')
  const { connection } = db.manager.get('postgres')!
  const { readClient } = connection!
  connection!.readClient = db.manager.get('stale')!.connection!.client
  cleanup(async () => {
    connection!.readClient = readClient
    await db.manager.close('stale', true)
    await sql('drop schema stale cascade')
  })
  return asked
}

function listen(connection: pg.PoolClient, asked: string[], done: () => void) {
  const query = connection.query.bind(connection) as (...given: unknown[]) => unknown
  connection.query = ((...given: unknown[]) => {
    const [first] = given as [string | { text: string }]
    asked.push(typeof first === 'string' ? first : first.text)
    return query(...given)
  }) as typeof connection.query
  done()
}

const forgetReservations = () =>
  sql(
    `update reservations set expires_at = now() - interval '1 second' where holder like 'checkout:%'`
  )

test.group('A reader that is behind', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('DB-10: what is there is never asked of a server that is behind', async ({
    assert,
    cleanup,
  }) => {
    const { id, sku } = await createProduct({ stock: 2 })
    const asked = await withStaleReader(cleanup)
    const { rows } = await db
      .connection('postgres', { mode: 'read' })
      .rawQuery('select on_hand from stock_levels')
    assert.deepEqual(rows, [{ on_hand: 1000 }])
    asked.length = 0

    assert.equal(await completionStatus(await readyCheckout([{ sku, quantity: 2 }])), 201)
    await assert.rejects(() => readyCheckout([{ sku, quantity: 1 }]))
    assert.containSubset(await levelsOf(id), [{ onHand: 2, reserved: 2 }])

    const late = await createProduct({ stock: 1 })
    const first = await readyCheckout([{ sku: late.sku, quantity: 1 }])
    await forgetReservations()
    const sessions = [first, await readyCheckout([{ sku: late.sku, quantity: 1 }])]
    await forgetReservations()
    const answers = []
    for (const session of sessions) answers.push(await complete(session, randomUUID()))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 409]
    )
    assert.equal(codeIn(answers[1]), 'out_of_stock')
    assert.deepEqual(
      asked.filter((text) => STOCK.test(text)),
      []
    )
    await assertBooks(assert)
  })
})
