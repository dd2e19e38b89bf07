import { test } from '@japa/runner'
import { type CartKey, tokenIn } from '#app/cart/cart_key'
import { putCoupon } from '#app/cart/coupon'
import { addToCart } from '#app/cart/write_cart'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { forecastQuery, forecastsQuery } from '#app/orion/forecasts/forecasts_query'
import { marksByMonth } from '#app/orion/marks_query'
import { trainModels } from '#app/orion/training/train_models'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { sql } from '#app/platform/database/sql'
import { createPromotion } from '#app/pricing/write_promotion'
import { assertDescribed } from '#tests/support/api_contract'
import { createBrand, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { createCoupon, forgetPromotions } from '#tests/support/promotions'
import { complete, orderIn, readyCheckoutOf } from '#tests/support/purchases'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'
import { loggedIn } from '#tests/support/web_visitor'

/** Pieces by month of the six to the end of June 2024, the first one being 0. */
const marksOf = async (id: number) => {
  const all = await marksByMonth('2024-07-15', 6, { hindsight: true })
  const of = all.get(id)
  return of && { promoted: [...of.promoted], bulk: [...of.bulk] }
}
const NONE = [0, 0, 0, 0, 0, 0]

test.group('What was sold under promotions and in bulk', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetPromotions()
    await sql('truncate orders restart identity cascade')
    await sql('delete from rate_limits')
  })
  group.each.teardown(async () => {
    await emptyCatalogue()
    await forgetPromotions()
  })

  test('is of our orders what a promotion or a coupon took something off, line by line', async ({
    assert,
  }) => {
    const brand = await createBrand()
    const covered = await createProduct({ brand, price: 40_000, stock: 50 })
    const other = await createProduct({ price: 40_000, stock: 50 })
    const items = [
      { sku: covered.sku, quantity: 2 },
      { sku: other.sku, quantity: 1 },
    ]
    await bought('2024-01-10', items)
    await createPromotion({ name: 'Livraison', kind: 'free_delivery' }, TESTING)
    await bought('2024-02-10', items)
    await createPromotion(
      { name: 'Soldes', kind: 'percent', percent: 10, brand: brand.slug },
      TESTING
    )
    await bought('2024-03-10', items)
    await bought('2024-04-30', items)
    const cancelled = await bought('2024-05-10', items)
    await cancelOrder(cancelled, 'renoncé', 'test')
    assert.deepEqual(await marksOf(covered.id), { promoted: [0, 0, 2, 2, 0, 0], bulk: NONE })
    assert.isUndefined(await marksOf(other.id))
    const { code } = await createCoupon()
    await bought('2024-06-10', items, code)
    assert.deepEqual((await marksOf(other.id))!.promoted, [0, 0, 0, 0, 0, 1])
  })

  test('is of a list what cost less than usual, or was more than ever, also of replaced parts and kits', async ({
    assert,
    test: self,
  }) => {
    for (const sku of ['OLD', 'NEW', 'KIT', 'PART', 'PLAIN']) await createProduct({ sku })
    const idOf = async (sku: string) => {
      const [{ id }] = await sql<{ id: number }>('select id from products where sku = $1', [sku])
      return id
    }
    await sql('update products set superseded_by_id = $1 where id = $2', [
      await idOf('NEW'),
      await idOf('OLD'),
    ])
    await sql('insert into kit_components (kit_id, component_id, quantity) values ($1, $2, 3)', [
      await idOf('KIT'),
      await idOf('PART'),
    ])
    const usual = ['2024-01-05', '2024-02-05', '2024-03-05'].flatMap((day) =>
      ['OLD', 'KIT', 'PLAIN'].map((sku) => `${day},${sku},1,100.000,F-${day}`)
    )
    const list = await temporaryFile(
      self,
      'ventes.csv',
      [
        'date,sku,quantity,unit_price,document',
        ...usual,
        '2024-04-05,OLD,2,80.000,P1',
        '2024-04-06,OLD,-1,80.000,P2',
        '2024-04-07,OLD,1,100.000,P3',
        '2024-05-08,KIT,2,85.000,P4',
        '2024-05-09,PLAIN,2,85.001,P5',
        '2024-06-10,PLAIN,30,,P6',
        '',
      ].join('\n')
    )
    const { exitCode, output } = await runCommand('sales:import', [list])
    assert.equal(exitCode, 0, output)
    assert.deepEqual(await marksOf(await idOf('NEW')), { promoted: [0, 0, 0, 2, 0, 0], bulk: NONE })
    assert.deepEqual((await marksOf(await idOf('KIT')))!.promoted, [0, 0, 0, 0, 2, 0])
    assert.deepEqual((await marksOf(await idOf('PART')))!.promoted, [0, 0, 0, 0, 6, 0])
    assert.deepEqual(await marksOf(await idOf('PLAIN')), {
      promoted: NONE,
      bulk: [0, 0, 0, 0, 0, 30],
    })
    assert.isUndefined(await marksOf(await idOf('OLD')))
  })
})

test.group('A history with promotions', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(20, (product, month) => (product < 3 ? 6 : (product + month) % 3))
    await sql(`update sales_history s set unit_price = 40000 from products p
      where p.id = s.product_id and p.sku = 'P-1' and s.sold_on in ('2026-08-10', '2026-10-10')`)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select id, '2026-09-11', 70, 'B1', 'import' from products where sku = 'P-1'`)
    await trainModels({ today: TODAY })
    await forecastDemand({ today: TODAY })
  })
  group.teardown(() => emptyOrion())

  test('shows them on the page of the part, and to programs', async ({ assert, client }) => {
    const { id } = (await forecastQuery({ sku: 'P-1' }))!
    const owner = await loggedIn(await createStaff('owner'))
    const { html } = await owner.get(`/admin/forecasts/${id}?locale=fr`)
    const rowOf = (month: string) =>
      html
        .split('<tr>')
        .find((row) => row.includes(`<bdi dir="ltr">${month}<`) && row.includes('</small>'))
    assert.include(rowOf('2026-08'), 'dont 6 en promotion')
    assert.include(rowOf('2026-09'), 'dont 70 en une seule commande exceptionnelle')
    assert.include(rowOf('2026-09'), 'le modèle y voit 6')
    assert.isUndefined(rowOf('2026-07'))
    assert.include(html, 'sous le prix habituel')
    const plain = await owner.get(
      `/admin/forecasts/${(await forecastQuery({ sku: 'P-2' }))!.id}?locale=fr`
    )
    assert.notInclude(plain.html, 'sous le prix habituel')

    const { token } = await bearer('buyer')
    const answer = await client.get('/api/admin/forecasts/P-1').bearerToken(token)
    assertDescribed('/api/admin/forecasts/{sku}', 'get', answer)
    const { history } = answer.body().data
    assert.lengthOf(history, 24)
    assert.deepEqual(history.slice(-4), [
      { period: '2026-07', pieces: 6, promoted: 0, bulk: 0, seen: null },
      { period: '2026-08', pieces: 6, promoted: 6, bulk: 0, seen: null },
      { period: '2026-09', pieces: 76, promoted: 0, bulk: 70, seen: 6 },
      { period: '2026-10', pieces: 6, promoted: 6, bulk: 0, seen: null },
    ])
  })

  test('is forecast as if there were none: models see what was sold', async ({ assert }) => {
    const all = async () => {
      const { page } = await forecastsQuery({}, 100)
      return page.map(({ sku, means, leadQuantiles }) => ({ sku, means, leadQuantiles }))
    }
    const told = await all()
    await sql('update sales_history set unit_price = null')
    await trainModels({ today: TODAY })
    await forecastDemand({ today: TODAY })
    assert.deepEqual((await forecastQuery({ sku: 'P-1' }))!.facts.promoted, [])
    assert.deepEqual(await all(), told)
  })
})

/** An order as a storefront places it, moved to a day. Returns its number. */
async function bought(day: string, items: { sku: string; quantity: number }[], coupon?: string) {
  let key: CartKey = { token: undefined }
  for (const item of items) ({ key } = await addToCart(key, item))
  if (coupon) await putCoupon({ token: tokenIn(key)! }, coupon)
  const { number } = orderIn(await complete(await readyCheckoutOf(key)))
  await sql('update orders set placed_at = $1 where number = $2', [`${day}T10:00:00Z`, number])
  return number
}
