import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'
import { searchFreshness } from '#app/search/index/search_freshness'
import { readWordsDue, readWordsDueJob } from '#app/search/index/words_due'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'

/** Renames a product as an import that is killed after its commit does. */
async function renameAndLeave(id: number, name: string) {
  await db.transaction(async (trx) => {
    await sql('update products set name_fr = $2 where id = $1', [id, name], trx)
    await emitProductsChanged([id], trx, 'later')
  })
  await seeChanges()
}

test.group('Words that are due', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate search_words_due')
  })

  test('lists know a change at once, search does when the words are read', async ({
    client,
    assert,
  }) => {
    const { id } = await createProduct({ nameFr: 'Alternateur' })
    const namesOf = async (path: string) => {
      const response = await client.get(path)
      return response.body().data.map(({ name }: { name: string }) => name)
    }
    await renameAndLeave(id, 'Embrayage')
    assert.deepEqual(await namesOf('/api/v1/products'), ['Embrayage'])
    assert.deepEqual(await namesOf('/api/v1/search?q=embrayage'), [])

    await readWordsDue()
    await seeChanges()
    assert.deepEqual(await namesOf('/api/v1/search?q=embrayage'), ['Embrayage'])
    assert.deepEqual(await sql('select from search_words_due'), [])
  })

  test('what a killed import leaves is found by the sweeper, and is no damage meanwhile', async ({
    assert,
  }) => {
    const { id } = await createProduct()
    await sql('delete from search_documents where product_id = $1', [id])
    const stateOfHealth = async () => {
      const { state } = await searchFreshness()
      return state
    }
    assert.equal(await stateOfHealth(), 'bad')
    await renameAndLeave(id, 'Embrayage')
    assert.equal(await stateOfHealth(), 'ok')
    assert.deepEqual(await readWordsDueJob.leftovers?.(), [{ data: {}, key: 'due' }])
    await readWordsDue()
    assert.deepEqual(await readWordsDueJob.leftovers?.(), [])
  })

  test('a product that was removed meanwhile is nobody’s any more', async ({ assert }) => {
    await sql('insert into search_words_due values (2147483647)')
    await readWordsDue()
    assert.deepEqual(await sql('select from search_words_due'), [])
  })
})
