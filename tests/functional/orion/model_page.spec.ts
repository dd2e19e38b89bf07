import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { someForecast } from '#tests/support/orion'
import { createProduct } from '#tests/support/catalogue'
import { emptyOrion } from '#tests/support/sales'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

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
})
