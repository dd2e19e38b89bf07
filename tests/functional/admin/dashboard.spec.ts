import { test } from '@japa/runner'
import { expectedSales } from '#app/reports/expected_sales'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { createBrand, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { someForecast } from '#tests/support/orion'
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

  test('leads nowhere that is shut to those whom it leads there', async ({ assert }) => {
    const { id } = await createProduct({ price: 10_000, stock: 0 })
    await sql('update products set price = 20000, cost = 90000 where id = $1', [id])
    for (const role of ['owner', 'warehouse', 'readonly']) {
      const visitor = await loggedIn(await createStaff(role))
      const html = await visitor.htmlOf('/admin')
      const links = [...html.slice(html.indexOf('<main')).matchAll(/href="(\/admin[^"#]*)/g)]
      const found = new Set(links.map(([, href]) => href.replaceAll('&amp;', '&')))
      assert.isAbove(found.size, 2, role)
      for (const href of found) assert.equal(await visitor.statusOf(href), 200, `${role} ${href}`)
    }
  })

  test('tells what runs and what has just happened, to those who may know', async ({ assert }) => {
    await sql(`delete from ${JOBS_SCHEMA}.job`)
    await sql(
      `insert into ${JOBS_SCHEMA}.job (name, data, state, policy) values
         ('mail', '{}', 'created', 'standard'), ('mail', '{}', 'active', 'standard')`
    )
    const { id } = await createBrand('Ferodo')
    const desk = await loggedIn(await createStaff('owner'))
    const page = `/admin/brands/${id}`
    await desk.post(page, { name: 'Ferodo Racing', slug: 'ferodo' }, page)
    const html = await desk.htmlOf('/admin?locale=fr')
    assert.match(html, /<bdi dir="ltr">mail<\/bdi><\/b><span>1 en cours, 1 en attente/)
    assert.include(html, `href="${page}"`)
    const counter = await loggedIn(await createStaff('counter'))
    const shown = await counter.htmlOf('/admin?locale=fr')
    assert.notInclude(shown, '<bdi dir="ltr">mail</bdi>')
    assert.notInclude(shown, page)
    await sql(`delete from ${JOBS_SCHEMA}.job where name = 'mail'`)
  })

  test('draws what is forecast after what was sold, for those who may read forecasts', async ({
    assert,
  }) => {
    const { id } = await createProduct({ sku: 'SEEN', price: 100_000 })
    // Wednesdays sell twice what any other day does, up to the 10th of November.
    await sql(
      `insert into sales_history (product_id, sold_on, quantity, unit_price, source)
       select $1, d, case extract(dow from d) when 3 then 2 else 1 end, 100000, 'test'
       from generate_series('2026-09-16'::date, '2026-11-10', '1 day') d`,
      [id]
    )
    const title = 'Ventes et prévision à 28 jours'
    const owner = await loggedIn(await createStaff('owner'))
    const before = await owner.htmlOf('/admin?locale=fr')
    assert.notInclude(before, title, 'nothing is forecast')
    assert.include(before, 'Voir les données en tableau')

    // 80 pieces in November and none known of December: 20 days that weigh 23 of 34.
    await someForecast('SEEN')
    await sql(`update forecasts set means = '{80}', q90 = '{120}'`)
    const days = await expectedSales(
      Array.from({ length: 56 }, (_, nth) => {
        const day = new Date(Date.UTC(2026, 8, 16 + nth)).toISOString().slice(0, 10)
        return { day, revenue: new Date(day).getUTCDay() === 3 ? 200_000 : 100_000, pieces: 1 }
      })
    )
    assert.lengthOf(days, 20)
    assert.equal(days[0].day, '2026-11-11')
    assert.closeTo(days[0].expected, (80 * 100_000 * 2) / 34, 1)
    assert.closeTo(days[1].high, (120 * 100_000) / 34, 1)
    const html = await owner.htmlOf('/admin?locale=fr')
    assert.include(html, title)
    assert.match(html, /Prévision\u00A0: 5\s412 DT sur 20 jours/)
    assert.include(html, '<td class="num"><bdi dir="ltr">30/11/2026</bdi></td>')
    const counter = await loggedIn(await createStaff('counter'))
    assert.notInclude(await counter.htmlOf('/admin?locale=fr'), title)
    await sql('update forecast_state set model_id = null, run_id = null')
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
  })

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
