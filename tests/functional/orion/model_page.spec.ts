import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { someForecast } from '#tests/support/orion'
import { createProduct } from '#tests/support/catalogue'
import type { modelReportAnswer } from '#app/orion/forecasts/model_report_transformer'
import { LEVELS } from '#app/orion/models/levels'
import { trainModels } from '#app/orion/training/train_models'
import { complaintAbout } from '#tests/support/api_contract'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn, ownersBrowser } from '#tests/support/web_visitor'

const UNITS_IN = {
  fr: {
    both: 'en tailles de vente et en pièces',
    size: 'en tailles de vente',
    piece: 'en pièces',
  },
  en: { both: 'in sale sizes and in pieces', size: 'in sale sizes', piece: 'in pieces' },
  ar: { both: 'بأحجام البيع وبالقطع', size: 'بأحجام البيع', piece: 'بالقطع' },
}

const LAST_WEEKS = {
  fr: 'Quatre dernières semaines',
  en: 'Last four weeks',
  ar: 'الأسابيع الأربعة الأخيرة',
}

test.group('The report of the model', (group) => {
  group.teardown(() => emptyOrion())

  test('says where the ensemble of fast movers won, and by how much', async ({ assert }) => {
    await emptyOrion()
    await createProduct({ sku: 'FAST' })
    await someForecast('FAST')
    const choices = { smooth: { simple: 'smoothing', uses: 'simple', ratio: 1, ensemble: 0.961 } }
    await sql('update forecast_models set manifest = $1, evaluation = $2', [
      JSON.stringify({ format: 1, sets: [{ lead: 0, choices }], errors: null }),
      JSON.stringify({ report: null, stock: null }),
    ])
    await sql(`update forecasts set model = 'ensemble', lead_model = 'ensemble'`)
    const visitor = await loggedIn(await createStaff())
    const report = await visitor.get('/admin/forecasts/model')
    assert.include(report.html, '× 0,961')
    const [{ id }] = await sql<{ id: number }>(`select id from products where sku = 'FAST'`)
    const page = await visitor.get(`/admin/forecasts/${id}`)
    assert.include(page.html, 'Ensemble (SARIMA, MSTL, Prophet')
  })

  test('says in which units the pool was chosen, what it is made of, and how its rivals did', async ({
    assert,
    client,
  }) => {
    await emptyOrion()
    await sellingProducts(90, (product, month) => (product * 7 + month * 5) % 4)
    await trainModels({ today: TODAY })
    const { token } = await bearer('buyer')
    const answer = await client.get('/api/admin/orion/model').bearerToken(token)
    answer.assertStatus(200)
    const told = { status: 200, type: 'application/json', body: answer.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/orion/model', 'get', told))
    const { sets, backtest, stock } = answer.body().data as NonNullable<
      ReturnType<typeof modelReportAnswer>
    >
    assert.isAbove(backtest!.cases, 0)
    assert.lengthOf(stock!.points, LEVELS.length)
    for (const [at, { fill }] of stock!.points.entries()) {
      assert.isTrue(at === 0 || fill >= stock!.points[at - 1].fill)
    }
    const [months] = sets
    const { rivals, uses, pool, ratio } = months.classes.find(({ pool: by }) => by)!
    assert.lengthOf(rivals, 6)
    const won = rivals.find((rival) => rival.uses === uses && rival.pool === pool)!
    assert.isTrue(won.isBetter)
    assert.equal(won.ratio, ratio)
    assert.isBelow(ratio, 0.99)
    assert.isNotEmpty(months.members)
    for (const { forest, ladder } of months.members) assert.deepEqual([forest, ladder], [60, 140])

    const visitor = await ownersBrowser()
    for (const [locale, units] of Object.entries(UNITS_IN)) {
      const { html } = await visitor.get(`/admin/forecasts/model?locale=${locale}`)
      assert.include(html, units[pool!])
      assert.include(html, won.ratio.toFixed(3).replace('.', ','))
      assert.notInclude(html, 'translation missing')
    }
  })

  test('tells how the last four weeks of what sells every week would have been forecast', async ({
    assert,
    client,
  }) => {
    await emptyOrion()
    await sellingProducts(30, () => 0)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select p.id, d::date, 2 + (extract(doy from d)::int * p.id) % 3, 'D' || d::date, 'import'
      from products p, generate_series('2025-11-03'::date, '2026-10-31', interval '5 days') d where p.sku <> 'P-9'`)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select p.id, '2026-03-03', 2, 'E', 'import' from products p where p.sku = 'P-9'`)
    await trainModels({ today: TODAY })
    const { token } = await bearer('buyer')
    const answer = await client.get('/api/admin/orion/model').bearerToken(token)
    const told = { status: 200, type: 'application/json', body: answer.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/orion/model', 'get', told))
    const { lastWeeks } = answer.body().data as NonNullable<ReturnType<typeof modelReportAnswer>>
    assert.include(lastWeeks, { from: 44, origins: 4, parts: 29, cases: 116 })
    assert.isBelow(lastWeeks!.wape!, 0.6)
    const visitor = await ownersBrowser()
    for (const [locale, title] of Object.entries(LAST_WEEKS)) {
      const { html } = await visitor.get(`/admin/forecasts/model?locale=${locale}`)
      assert.include(html, title)
      assert.notInclude(html, 'translation missing')
    }
  })

  test('is null before anything was learned', async ({ assert, client }) => {
    await emptyOrion()
    const { token } = await bearer('owner')
    const answer = await client.get('/api/admin/orion/model').bearerToken(token)
    assert.isNull(answer.body().data)
  })
})
