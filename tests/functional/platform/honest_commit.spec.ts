import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'

test.group('Transactions', (group) => {
  group.setup(async () => {
    await sql('create schema if not exists tests')
    await sql('create table tests.deferred (id int primary key deferrable initially deferred)')
    return () => sql('drop table tests.deferred').then(() => undefined)
  })

  test('a commit that is refused is told to whoever waits for it, and nothing is there', async ({
    assert,
  }) => {
    await assert.rejects(
      () =>
        db.transaction(async (trx) => {
          await sql('insert into tests.deferred values (1), (1)', [], trx)
        }),
      /duplicate key/
    )
    assert.deepEqual(await sql('select id from tests.deferred'), [])
    await db.transaction(async (trx) => {
      await db.transaction(async () => {})
      await trx.transaction(async (inner) => {
        await sql('insert into tests.deferred values (2)', [], inner)
      })
    })
    assert.deepEqual(await sql('select id from tests.deferred'), [{ id: 2 }])
  })
})
