import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'
import { reindexSearch } from '#app/search/index/reindex_search'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { waitUntil } from '#tests/wait_until'

const rename = (id: number, name: string, words: 'now' | 'later' = 'now') =>
  db.transaction(async (trx) => {
    await sql('update products set name_fr = $2 where id = $1', [id, name], trx)
    await emitProductsChanged([id], trx, words)
  })

const wordsOf = async (id: number) => {
  const [{ terms }] = await sql<{ terms: string[] }>(
    'select terms from search_documents where product_id = $1',
    [id]
  )
  return terms
}

const someoneWaits = async () => {
  const waiting = await sql(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  )
  return waiting.length > 0
}

test.group('Reading all words anew', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate search_words_due')
  })

  test('never writes older words over those that were written meanwhile', async ({ assert }) => {
    const { id } = await createProduct({ nameFr: 'Rotule' })
    await rename(id, 'Embrayage', 'later')
    let reading: Promise<number> | undefined
    await db.transaction(async (trx) => {
      await sql(`update products set name_fr = 'Alternateur' where id = $1`, [id], trx)
      await emitProductsChanged([id], trx)
      reading = reindexSearch()
      await waitUntil('the batch to wait', someoneWaits)
    })
    await reading
    const terms = await wordsOf(id)
    assert.include(terms, 'alternateur')
    assert.notInclude(terms, 'embrayage')
  })

  test('nor older weights over newer words', async ({ assert }) => {
    const { id } = await createProduct({ nameFr: 'Rotule' })
    await createProduct({ nameFr: 'Rotule de direction avant gauche avec écrou' })
    const trx = await db.transaction()
    await sql('select 1', [], trx)
    let renaming: Promise<unknown> | undefined
    const reading = reindexSearch((_done, step) => {
      if (step === 'weighed') return
      renaming = (async () => {
        await sql(`update products set name_fr = 'Alternateur' where id = $1`, [id], trx)
        await emitProductsChanged([id], trx)
      })()
    })
    // The batch that weighs waits, unless it was quicker than the writer.
    await Promise.race([waitUntil('the batch to wait', someoneWaits), reading])
    await renaming
    await trx.commit()
    await reading
    const terms = await wordsOf(id)
    assert.include(terms, 'alternateur')
    assert.notInclude(terms, 'rotule')
  })

  test('searches find every product all the time, and writes count at once', async ({
    client,
    assert,
  }) => {
    const names = ['alternateur', 'embrayage', 'demarreur', 'radiateur']
    const products = await Promise.all(
      Array.from({ length: 12 }, () => createProduct({ nameFr: 'Rotule alternateur' }))
    )
    await seeChanges()
    let isOver = false
    const reading = (async () => {
      for (let round = 0; round < 3; round++) await reindexSearch()
      isOver = true
    })()
    const writing = (async () => {
      for (let turn = 0; !isOver; turn++) {
        const { id } = products[turn % products.length]
        const name = names[turn % names.length]
        await rename(id, `Rotule ${name}`)
        assert.include(await wordsOf(id), name)
      }
    })()
    while (!isOver) {
      const response = await client.get('/api/v1/search').qs({ q: 'rotule', limit: 100 })
      assert.lengthOf(response.body().data, products.length)
    }
    await Promise.all([reading, writing])
    const said = await sql<{ name: string; terms: string[] }>(
      `select p.name_fr as name, d.terms from products p join search_documents d on d.product_id = p.id`
    )
    for (const { name, terms } of said) assert.include(terms, name.split(' ')[1])
  })
})
