import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'

test.group('Dashboard', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('lists what is to be done, the worst first, each with its rows', async ({ assert }) => {
    const product = await createProduct({ price: 10_000, stock: 0 })
    await sql('update products set cost = 20000 where id = $1', [product.id])
    const visitor = await loggedIn(await createStaff('owner'))
    const { html } = await visitor.get('/admin?locale=fr')
    const todos = html.slice(html.indexOf('id="todos"'))
    const links = [...todos.matchAll(/href="(\/admin\/products\?view=[\w-]+)"/g)].map(
      ([, to]) => to
    )
    assert.deepEqual(links, [
      '/admin/products?view=below-cost',
      '/admin/products?view=out-of-stock',
      '/admin/products?view=without-image',
      '/admin/products?view=without-arabic',
    ])
    assert.match(html, /aria-label="\d+ sujets à traiter"/)
  })

  test('shows nobody work that is not theirs, nor figures without rows', async ({ assert }) => {
    const product = await createProduct({ price: 10_000, stock: 0, nameAr: 'قطعة' })
    await sql('update products set cost = 20000 where id = $1', [product.id])
    const visitor = await loggedIn(await createStaff('warehouse'))
    const { html } = await visitor.get('/admin?locale=fr')
    assert.include(html, 'view=out-of-stock')
    assert.notInclude(html, 'view=below-cost')
    assert.notInclude(html, 'view=without-image')
    assert.notInclude(html, '/admin/audit')
    assert.notInclude(html, '/admin/jobs')
  })

  test('leads to the report of the week only those who may read it', async ({ assert }) => {
    const report = '/admin/reports/weekly'
    for (const role of ['owner', 'counter']) {
      const visitor = await loggedIn(await createStaff(role))
      const html = await visitor.htmlOf('/admin')
      const status = await visitor.statusOf(report)
      assert.equal(html.includes(`href="${report}"`), status === 200, role)
    }
  })

  test('is read in as many statements for many products as for few', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const counts: number[] = []
    for (const rows of [10, 100]) {
      for (let n = 0; n < rows; n++) await createProduct()
      counts.push(await statementsOfVisit(() => visitor.get('/admin')))
    }
    assert.equal(counts[1], counts[0])
    assert.isAtMost(counts[1], 30)
  }).timeout(60_000)

  test('its figures are JSON too', async ({ client, assert }) => {
    await createProduct()
    await createProduct()
    const { token } = await bearer('readonly')
    const response = await client.get('/api/admin/dashboard/stats').bearerToken(token)
    response.assertStatus(200)
    assertDescribed('/api/admin/dashboard/stats', 'get', response)
    assert.containSubset(response.body().data, {
      ...{ products: 2, brands: 2, categories: 0, lowStock: 0 },
    })
    assert.sameMembers(Object.keys(response.body().data), [
      ...['products', 'brands', 'categories', 'lowStock', 'imports', 'orders', 'asOf'],
    ])
  })
})
