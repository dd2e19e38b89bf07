import { test } from '@japa/runner'
import type Product from '#app/catalogue/products/product'
import { sql } from '#app/platform/database/sql'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
} from '#tests/support/catalogue'

const DAY = '2026-11-26'

async function priceFor(
  product: Product,
  { group = null as number | null, quantity = 1, day = DAY } = {}
) {
  const [{ price }] = await sql<{ price: number }>('select price_for($1, $2, $3, $4) as price', [
    product.id,
    group,
    quantity,
    day,
  ])
  return price
}

type List = { group?: number; minQuantity?: number; from?: string; to?: string }
type Rule = {
  product?: number
  brand?: number
  category?: number
  price?: number
  percentOff?: number
}

async function offer({ group, minQuantity = 1, from, to }: List, rule: Rule) {
  await sql(
    `with list as (
       insert into price_lists (name, group_id, min_quantity, starts_on, ends_on)
       values ('Liste', $1, $2, $3, $4) returning id
     )
     insert into price_rules (price_list_id, product_id, brand_id, category_id, price, percent_off)
     select id, $5, $6, $7, $8, $9 from list`,
    [
      ...[group ?? null, minQuantity, from ?? null, to ?? null],
      ...[rule.product ?? null, rule.brand ?? null, rule.category ?? null],
      ...[rule.price ?? null, rule.percentOff ?? null],
    ]
  )
}

test.group('Prices', (group) => {
  let garages: number

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from price_lists')
    const [row] = await sql<{ id: number }>(
      `insert into customer_groups (code, name) values ('garages', 'Garages')
       on conflict (code) do update set name = excluded.name returning id`
    )
    garages = row.id
  })

  test('without a list it is the shelf price', async ({ assert }) => {
    assert.equal(await priceFor(await createProduct({ price: 89_900 })), 89_900)
    assert.isNull(await priceFor(await createProduct({ price: null, status: 'draft' })))
  })

  test('a group has its price, from its quantity on, on its days', async ({ assert }) => {
    const product = await createProduct({ price: 89_900 })
    const list = { group: garages, minQuantity: 4, from: DAY, to: '2026-11-30' }
    await offer(list, { product: product.id, price: 80_000 })

    assert.equal(await priceFor(product, { quantity: 4 }), 89_900)
    assert.equal(await priceFor(product, { group: garages, quantity: 3 }), 89_900)
    assert.equal(await priceFor(product, { group: garages, quantity: 4 }), 80_000)
    const days = ['2026-11-25', '2026-11-30', '2026-12-01']
    const prices = await Promise.all(
      days.map((day) => priceFor(product, { group: garages, quantity: 9, day }))
    )
    assert.deepEqual(prices, [89_900, 80_000, 89_900])
  })

  test('percent are off the shelf price, half up, for a brand and for all below a category', async ({
    assert,
  }) => {
    const brand = await createBrand()
    const [pads, filters] = [
      await createCategory('freinage/plaquettes'),
      await createCategory('freinage-bis'),
    ]
    const { parentId } = pads
    const inBrand = await createProduct({ price: 99_999, brand })
    const below = await createProduct({ price: 45_555, category: pads })
    const beside = await createProduct({ price: 45_555, category: filters })
    await offer({}, { brand: brand.id, percentOff: 5 })
    await offer({}, { category: parentId!, percentOff: 10 })

    assert.equal(await priceFor(inBrand), 94_999)
    assert.equal(await priceFor(below), 41_000)
    assert.equal(await priceFor(beside), 45_555)
  })

  test('the best of several counts, and never more than the shelf price', async ({ assert }) => {
    const product = await createProduct({ price: 10_000 })
    await offer({}, { product: product.id, price: 12_000 })
    assert.equal(await priceFor(product), 10_000)
    await offer({}, { brand: product.brandId, percentOff: 10 })
    await offer({}, { product: product.id, price: 9_500 })
    assert.equal(await priceFor(product), 9_000)
  })
})
