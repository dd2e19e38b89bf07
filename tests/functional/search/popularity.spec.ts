import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { refreshPopularity } from '#app/search/lists/refresh_popularity'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'

test.group('Popularity', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('what sells and is looked at comes first', async ({ client, assert }) => {
    const quiet = await createProduct({ sku: 'QUIET' })
    const sold = await createProduct({ sku: 'SOLD' })
    const seen = await createProduct({ sku: 'SEEN' })
    await sql(
      `insert into sales_history (product_id, sold_on, quantity, source)
       values ($1, current_date - 3, 4, 'test'), ($2, current_date - 200, 90, 'test')`,
      [sold.id, quiet.id]
    )
    await sql(`insert into product_views values ($1, current_date, 5)`, [seen.id])

    await refreshPopularity()
    await seeChanges()

    const response = await client.get('/api/v1/products?sortBy=popularity')
    const skus = response.body().data.map((item: { sku: string }) => item.sku)
    assert.deepEqual(skus, ['SOLD', 'SEEN', 'QUIET'])
  })
})
