import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

const bumped = async () => {
  await db.transaction((trx) => bumpEpochs(['catalogue'], trx))
  const [{ epoch }] = await sql<{ epoch: number }>(
    `select epoch from cache_epochs where tag = 'catalogue'`
  )
  return epoch
}

test.group('Epochs', () => {
  test('none comes twice when the database is emptied', async ({ assert }) => {
    const seen = [await bumped(), await bumped()]
    await sql(`delete from cache_epochs where tag = 'catalogue'`)
    seen.push(await bumped(), await bumped())

    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      seen
    )
    assert.lengthOf([...new Set(seen)], 4)
  })

  test('none comes twice when an older state of the database is restored', async ({ assert }) => {
    const before = await bumped()
    const newest = await bumped()
    await sql(`update cache_epochs set epoch = $1 where tag = 'catalogue'`, [before])

    assert.isAbove(await bumped(), newest)
  })
})
