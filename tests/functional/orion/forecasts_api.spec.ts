import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { trainModels } from '#app/orion/training/train_models'
import { complaintAbout } from '#tests/support/api_contract'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { bearer } from '#tests/support/staff'

test.group('Forecasts as JSON', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(6, (product) => product)
    await trainModels({ today: TODAY })
    await forecastDemand({ today: TODAY })
  })
  group.teardown(() => emptyOrion())

  test('tell each month, the lead time and the error beside the naive one; a page goes on', async ({
    assert,
    client,
  }) => {
    const headers = await as('buyer')
    const first = await client.get('/api/admin/forecasts?limit=2').headers(headers)
    first.assertStatus(200)
    const answer = { status: 200, type: 'application/json', body: first.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/forecasts', 'get', answer))
    const { data, meta } = first.body()
    assert.deepEqual(
      data.map(({ sku }: { sku: string }) => sku),
      ['P-6', 'P-5']
    )
    assert.equal(data[0].horizon[0].period, '2026-11')
    assert.lengthOf(data[0].horizon, 12)
    assert.equal(data[0].leadTime.periods, 1)
    assert.deepEqual(data[0].backtest.naive, { mae: 0, wape: 0, mase: null })
    const next = await client
      .get(`/api/admin/forecasts?limit=2&cursor=${meta.nextCursor}`)
      .headers(headers)
    assert.equal(next.body().data[0].sku, 'P-4')
    const one = await client.get('/api/admin/forecasts/P-4').headers(headers)
    const { history, ...told } = one.body().data
    assert.deepEqual(told, next.body().data[0])
    assert.lengthOf(history, 24)
  })

  test('answer the same under the short address, and nobody without the right', async ({
    assert,
    client,
  }) => {
    const headers = await as('owner')
    const long = await client.get('/api/admin/forecasts').headers(headers)
    const short = await client.get('/orion/forecasts').headers(headers)
    assert.deepEqual(short.body(), long.body())
    const without = await client.get('/orion/forecasts').header('accept', '*/*')
    without.assertStatus(401)
    assert.match(without.header('content-type') ?? '', /problem\+json/)
    const counter = await as('counter')
    const refused = await client.get('/orion/forecasts').headers(counter)
    refused.assertStatus(403)
  })

  test('of a product that has none are not there', async ({ client }) => {
    const headers = await as('owner')
    const unknown = await client.get('/api/admin/forecasts/NOTHING').headers(headers)
    unknown.assertStatus(404)
    const broken = await client.get('/api/admin/forecasts?cursor=xyz').headers(headers)
    broken.assertStatus(422)
  })
})

async function as(role: string) {
  const { token } = await bearer(role)
  return { authorization: `Bearer ${token}` }
}
