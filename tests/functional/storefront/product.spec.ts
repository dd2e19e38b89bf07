import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { archiveProduct } from '#app/catalogue/products/archive_product'
import { flushViews } from '#app/catalogue/products/product_views'
import { sql } from '#app/platform/database/sql'
import { productQuery } from '#app/storefront/product_query'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { statementsDuring } from '#tests/support/statements'
import { createFitment, createVehicle } from '#tests/support/vehicles'

test.group('Product page', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('those who ask at the same moment are answered by one statement, each with their own', async ({
    assert,
  }) => {
    const [pads, disc] = [await createProduct(), await createProduct()]
    await seeChanges()

    const ask = (slugs: string[]) => Promise.all(slugs.map(productQuery))
    const statements = await statementsDuring(async () => {
      const pages = await ask([disc.slug, 'none-such', pads.slug, disc.slug])
      assert.deepEqual(
        pages.map((page) => page?.id),
        [disc.id, undefined, pads.id, disc.id]
      )
    })

    assert.lengthOf(statements, 1)
  })

  test('tells everything public about a part', async ({ client, assert }) => {
    const brand = await createBrand('TRW')
    const category = await createCategory('freinage/plaquettes', 'بلاكات')
    const product = await createProduct({
      sku: 'GDB1330',
      nameFr: 'Plaquettes avant',
      brand,
      category,
      price: 89_900,
      attributes: { largeur_mm: 116.2, systeme: 'Lucas' },
    })
    for (let n = 1; n <= 6; n++) await createProduct({ category, price: 89_900 + n * 1_000 })
    await sql(
      `insert into part_numbers (product_id, kind, number, owner) values ($1, 'oe', '7701 206 379', 'Renault')`,
      [product.id]
    )
    await sql(`insert into product_images (product_id, path) values ($1, 'demo/pads.svg')`, [
      product.id,
    ])
    const vehicle = await createVehicle({ name: '1.5 dCi 90' })
    await createFitment(product.id, vehicle)
    await sql('select refresh_product_listings($1)', [[product.id]])
    await seeChanges()

    const response = await client.get(`/api/v1/products/${product.slug}`)

    response.assertStatus(200)
    assertDescribed('/api/v1/products/{slug}', 'get', response)
    assert.containSubset(response.body().data.fitments, [
      { vehicle: { id: vehicle, name: '1.5 dCi 90' }, fit: 'fits', condition: null },
    ])
    const { data } = response.body()
    assert.containSubset(data, {
      sku: 'GDB1330',
      taxRate: 19,
      partNumbers: [{ kind: 'oe', number: '7701 206 379', owner: 'Renault' }],
      priceHistory: [{ price: { amount: 89_900, currency: 'TND' } }],
      breadcrumbs: [{ slug: 'freinage' }, { slug: 'freinage/plaquettes' }],
    })
    assert.deepEqual(data.attributes, [
      { code: 'largeur_mm', name: 'largeur_mm', unit: null, value: 116.2, label: '116.2' },
      { code: 'systeme', name: 'systeme', unit: null, value: 'Lucas', label: 'Lucas' },
    ])
    assert.match(data.images[0].url, /\/files\/demo\/pads\.svg$/)
    assert.lengthOf(data.relatedProducts, 4)
    assert.equal(data.relatedProducts[0].price.amount, 90_900)
    assert.notInclude(
      data.relatedProducts.map((related: { slug: string }) => related.slug),
      data.slug
    )
  })

  test('a part that was replaced names its successor while that is sold', async ({
    client,
    assert,
  }) => {
    const successor = await createProduct()
    const replaced = await createProduct()
    await db.rawQuery('update products set superseded_by_id = ? where id = ?', [
      successor.id,
      replaced.id,
    ])
    await sql('select refresh_product_listings($1)', [[replaced.id]])
    const supersededBy = async () => {
      const response = await client.get(`/api/v1/products/${replaced.slug}`)
      response.assertStatus(200)
      assertDescribed('/api/v1/products/{slug}', 'get', response)
      return response.body().data.supersededBy
    }

    assert.deepEqual(await supersededBy(), { slug: successor.slug, sku: successor.sku })
    await archiveProduct(successor.id, { actor: 'test', source: 'command' })
    await seeChanges()
    assert.isNull(await supersededBy())
  })

  test('drafts, deleted parts and unknown addresses answer 404', async ({ client }) => {
    const draft = await createProduct({ status: 'draft' })
    const deleted = await createProduct()
    await db.rawQuery('update products set deleted_at = now() where id = ?', [deleted.id])
    await sql('select refresh_product_listings($1)', [[deleted.id]])

    for (const slug of [draft.slug, deleted.slug, 'nothing', 'a%2Fb', 'a'.repeat(300)]) {
      const response = await client.get(`/api/v1/products/${slug}`)
      response.assertStatus(404)
      assertDescribed('/api/v1/products/{slug}', 'get', response)
    }
  })

  test('views are counted in one statement, cached or not', async ({ client, assert }) => {
    const product = await createProduct()
    await seeChanges()

    for (let n = 0; n < 7; n++) await client.get(`/api/v1/products/${product.slug}`)
    await flushViews()

    const [row] = await sql<{ views: number }>(
      'select views from product_views where product_id = $1',
      [product.id]
    )
    assert.equal(row.views, 7)
  })

  test('what is fetched before anybody looks, or for its headers, is no view', async ({
    client,
    assert,
  }) => {
    const product = await createProduct()
    await seeChanges()

    for (const purpose of ['prefetch', 'prefetch;prerender']) {
      const page = await client
        .get(`/api/v1/products/${product.slug}`)
        .header('Sec-Purpose', purpose)
      page.assertStatus(200)
    }
    const headers = await client.head(`/api/v1/products/${product.slug}`)
    headers.assertStatus(200)
    await flushViews()

    assert.deepEqual(await sql('select from product_views'), [])
  })

  test('a changed price is shown at once, with its history', async ({ client, assert }) => {
    const product = await createProduct({ price: 50_000 })
    await seeChanges()
    await client.get(`/api/v1/products/${product.slug}`)

    await db.transaction(async (trx) => {
      const { emitProductsChanged } = await import('#app/catalogue/products/products_changed')
      await product.useTransaction(trx).merge({ price: 45_000 }).save()
      await emitProductsChanged([product.id], trx)
    })
    await seeChanges()

    const response = await client.get(`/api/v1/products/${product.slug}`)
    const { data } = response.body()
    assert.equal(data.price.amount, 45_000)
    const history = data.priceHistory.map(
      (change: { price: { amount: number } }) => change.price.amount
    )
    assert.deepEqual(history, [45_000, 50_000])
  })
})
