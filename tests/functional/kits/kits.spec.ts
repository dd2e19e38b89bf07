import { test } from '@japa/runner'
import { productRowsQuery } from '#app/catalogue/products/product_rows_query'
import { sql } from '#app/platform/database/sql'
import { cancelByStaff } from '#app/orders/desk/change_order_by_staff'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { complete, orderIn, readyCheckout } from '#tests/support/purchases'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { assertBooks, createKit } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const KIT = '/api/admin/products/{id}/kit'

async function availabilityOf(id: number) {
  const [row] = await sql<{ availability: number }>(
    'select availability from product_listings where product_id = $1',
    [id]
  )
  return row.availability
}

test.group('Kits', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('a product becomes a kit, is available as its components are, and is none again', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const kit = await createProduct({ stock: 0 })
    const [disc, pads] = [await createProduct({ stock: 9 }), await createProduct({ stock: 3 })]
    const url = KIT.replace('{id}', String(kit.id))
    const put = (components: object[], version: number) =>
      client.put(url).bearerToken(token).header('if-match', `"${version}"`).json({ components })
    const parts = [
      { sku: disc.sku, quantity: 2 },
      { sku: pads.sku, quantity: 1 },
    ]
    const made = await put(parts, 1)
    made.assertStatus(200)
    assertDescribed(KIT, 'put', made)
    assert.equal(made.body().data.available, 3)
    assert.isAbove(await availabilityOf(kit.id), 1)
    const stale = await put([], 1)
    stale.assertStatus(412)
    const more = await put([{ sku: disc.sku, quantity: 10 }], made.body().data.version)
    assert.equal(more.body().data.available, 0)
    assert.isBelow(await availabilityOf(kit.id), 2)
    const none = await put([], more.body().data.version)
    assert.isNull(none.body().data.available)
    // Ids come back when tables are emptied: the three changes of this one are the newest.
    const [, , entry] = await sql<{ changes: { components: string[] } }>(
      `select changes from audit_log where entity = 'products' and entity_id = $1 and jsonb_exists(changes, 'components')
       order by id desc limit 3`,
      [String(kit.id)]
    )
    assert.equal(entry.changes.components[1], `${disc.sku} × 2, ${pads.sku} × 1`)
  })

  test('no kit of itself, of kits, of what is not there, of what has pieces, or while somebody waits', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const [part, other] = [await createProduct({ stock: 9 }), await createProduct({ stock: 9 })]
    const kit = await createKit([part])
    const bare = await createProduct({ stock: 0 })
    const put = (id: number, sku: string) =>
      client
        .put(KIT.replace('{id}', String(id)))
        .bearerToken(token)
        .json({ components: [{ sku, quantity: 1 }] })
    for (const [id, sku] of [
      [bare.id, bare.sku],
      [bare.id, kit.sku],
      [bare.id, 'NULLE-PART'],
    ] as const) {
      const response = await put(id, sku)
      response.assertStatus(422)
      assert.equal(response.body().errors[0].rule, 'component')
    }
    const owning = await put(other.id, part.sku)
    owning.assertStatus(409)
    assert.equal(owning.body().code, 'own_pieces')
    const checkout = await readyCheckout([{ sku: kit.sku, quantity: 1 }])
    const inCheckout = await put(kit.id, other.sku)
    assert.equal(inCheckout.body().code, 'kit_promised')
    const { number } = orderIn(await complete(checkout))
    const waiting = await put(kit.id, other.sku)
    waiting.assertStatus(409)
    assertDescribed(KIT, 'put', waiting)
    assert.deepEqual(waiting.body().numbers, [number])
    await cancelByStaff(number, 'injoignable', TESTING)
    const free = await put(kit.id, other.sku)
    free.assertStatus(200)
    await assertBooks(assert)
  })

  test('the page adds, changes and removes components', async ({ assert }) => {
    const kit = await createProduct({ stock: 0 })
    const part = await createProduct({ stock: 7 })
    const browser = await loggedIn(await createStaff('buyer'))
    const page = `/admin/products/${kit.id}/kit`
    const send = (fields: object) => browser.post(page, { ...fields }, page)
    await send({ version: '1', newSku: 'NULLE-PART' })
    assert.include(await browser.htmlOf(page), 'pas un composant possible')
    await send({ version: '1', newSku: part.sku, newQuantity: '2' })
    const html = await browser.htmlOf(page)
    assert.include(html, '3 kits disponibles')
    assert.notInclude(html, 'translation missing')
    assert.include(await browser.htmlOf(`/admin/products/${part.id}/kit`), kit.sku)
    const { rows } = await productRowsQuery({}, { sort: 'sku', order: 'asc', limit: 10 })
    assert.equal(rows.find(({ id }) => id === kit.id)?.stock, 3)
    await send({ version: '2', [`quantity[c${part.id}]`]: '0' })
    assert.include(await browser.htmlOf(page), 'pas un kit')
  })
})
