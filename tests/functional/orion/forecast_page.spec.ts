import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createProduct } from '#tests/support/catalogue'
import { someForecast } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

test.group('The page of a forecast', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())

  /** The page of a product that sold for so many months, as the owner sees it in French. */
  async function pageOf(knownMonths: number) {
    const { id, sku } = await createProduct({})
    await someForecast(sku)
    await sql(
      `update forecasts set known_months = $2, lead_model = 'pool+tsb', model = 'movingAverage',
         lead_quantiles = '{101,0,0,0,0,0,102,0,103,0,104,0,0}' where product_id = $1`,
      [id, knownMonths]
    )
    const owner = await loggedIn(await createStaff('owner'))
    const { html } = await owner.get(`/admin/forecasts/${id}?locale=fr`)
    return html
  }

  test('says so where less than a year is known, and what it went by', async ({ assert }) => {
    const short = await pageOf(5)
    assert.match(short, /Historique de 5.mois.seulement.*«.Moyenne mobile.»/)
    assert.notMatch(await pageOf(12), /Historique de/)
  })

  test('shows what was sold, what is to come with its interval, and the error beside the naive one', async ({
    assert,
  }) => {
    const { id, sku } = await createProduct({})
    await someForecast(sku)
    await sql(
      `update forecasts set history = '{4,NaN,6}', means = '{201}', q50 = '{202}', q90 = '{203}', q95 = '{204}', q99 = '{205}',
         backtest = '{"origins": 8, "mae": 31, "naiveMae": 47, "wape": 0.23, "naiveWape": 0.4, "mase": 0.8, "naiveMase": 1.2}'
       where product_id = $1`,
      [id]
    )
    const owner = await loggedIn(await createStaff('owner'))
    const { html } = await owner.get(`/admin/forecasts/${id}?locale=fr`)
    for (const figure of [201, 202, 203, 204, 205, 31, 47]) assert.include(html, `>${figure}<`)
    assert.match(html, />23,0\s%</)
    const unknown = html.split('<tr>').findLast((row) => row.includes('>2026-09<'))
    assert.include(unknown, 'inconnu (rupture)')
    for (const line of ['viz-line"', 'viz-line viz-expected', 'viz-area']) {
      assert.match(html, new RegExp(`class="${line}[^>]* d="M[\\d.,-]+L?`))
    }
  })

  test('shows the demand of the lead time at each level, and which model told it', async ({
    assert,
  }) => {
    const html = await pageOf(24)
    for (const figure of [101, 102, 103, 104]) assert.include(html, `>${figure}<`)
    assert.include(html, 'Teunter-Syntetos-Babai')
  })
})
