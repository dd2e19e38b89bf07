import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { readValue } from '#app/catalogue/attributes/attribute_value'
import { ATTRIBUTES } from '#app/demo/data/attributes'
import { BRANDS } from '#app/demo/data/brands/all'
import type { DemoProduct } from '#app/demo/demo_product'
import { DemoProducts } from '#app/demo/demo_products'
import { checkDigit } from '#app/demo/gtin'
import { categoryRows } from '#app/demo/shop_frame'
import { COMPONENTS, KIT_FROM } from '#app/demo/trade/write_kit'
import { normaliseNumber } from '#app/references/normalise'

const TODAY = new Date('2026-11-21T10:00:00Z')
const take = (count: number, seed = 1) => new DemoProducts(seed, TODAY).take(count)

const fingerprint = (products: Iterable<DemoProduct>) => {
  const sum = createHash('sha256')
  for (const product of products) sum.update(JSON.stringify(product))
  return sum.digest('hex')
}

test.group('Demo products', () => {
  test('the same seed gives the same shop, another seed another one', ({ assert }) => {
    assert.equal(fingerprint(take(300)), fingerprint(take(300)))
    assert.notEqual(fingerprint(take(300)), fingerprint(take(300, 2)))
  })

  test('sheets say what their attributes can say', ({ assert }) => {
    for (const { sku, attributes } of take(2_000)) {
      for (const [code, value] of attributes) {
        const attribute = ATTRIBUTES.find((one) => one.code === code)!
        assert.equal(readValue(attribute, value), value, `${sku} ${code}`)
      }
    }
  })

  test('a bigger shop begins with the smaller one', ({ assert }) => {
    assert.equal(fingerprint([...take(500)].slice(0, 120)), fingerprint(take(120)))
  })

  test('2,000 products cover every shelf and at least 60 brands', ({ assert }) => {
    const products = [...take(2_000)]
    assert.lengthOf(products, 2_000)
    assert.isAtLeast(new Set(products.map(({ brand }) => brand)).size, 60)
    const parents = new Set(categoryRows().map(({ parent }) => parent))
    const ends = categoryRows().filter(({ slug }) => !parents.has(slug))
    assert.sameMembers(
      [...new Set(products.map(({ category }) => category))],
      ends.map(({ slug }) => slug)
    )
    const active = products.filter(({ status }) => status === 'active').length
    assert.approximately(active / 2_000, 0.97, 0.015)
  })

  test('a shop that has a kit sells an oil and a filter to make it of', ({ assert }) => {
    for (let seed = 1; seed <= 8; seed++) {
      const sold = [...take(KIT_FROM - 1, seed)].filter(({ status }) => status === 'active')
      const categories = sold.map(({ category }) => category)
      assert.includeMembers(categories, COMPONENTS, `seed ${seed}`)
    }
  })

  test('20,000 products have their own SKU, slug and GTIN, and numbers of four kinds', ({
    assert,
  }) => {
    const skus = new Set<string>()
    const slugs = new Set<string>()
    const gtins: string[] = []
    for (const product of take(20_000)) {
      skus.add(product.sku)
      slugs.add(product.slug)
      if (product.gtin) gtins.push(product.gtin)
      const kinds = new Set(product.numbers.map(({ kind }) => kind))
      for (const kind of ['own', 'mpn', 'oe', 'cross'] as const) {
        if (!kinds.has(kind)) assert.fail(`${product.sku} has no ${kind} number`)
      }
      const keys = product.numbers.map((n) => `${n.kind} ${n.owner} ${normaliseNumber(n.number)}`)
      if (new Set(keys).size < keys.length) assert.fail(`${product.sku} repeats a number`)
      if (!/\p{Script=Arabic}/u.test(product.nameAr))
        assert.fail(`${product.sku} has no Arabic name`)
    }
    assert.equal(skus.size, 20_000)
    assert.equal(slugs.size, 20_000)
    assert.lengthOf(new Set(gtins), gtins.length)
    assert.isTrue(gtins.every((gtin) => checkDigit(gtin.slice(0, -1)) === Number(gtin.at(-1))))
  })

  test('most cross references are products of the shop', ({ assert }) => {
    const products = [...take(2_000)]
    const own = new Set(
      products.map(({ brand, mpn }) => {
        const { name } = BRANDS.find(({ slug }) => slug === brand)!
        return `${name} ${normaliseNumber(mpn)}`
      })
    )
    const crosses = products.flatMap(({ numbers }) =>
      numbers.filter(({ kind }) => kind === 'cross')
    )
    const known = crosses.filter(({ owner, number }) =>
      own.has(`${owner} ${normaliseNumber(number)}`)
    )
    assert.isAbove(known.length / crosses.length, 0.7)
  })

  test('the last price change ends at the price, and each begins where the one before ended', ({
    assert,
  }) => {
    for (const { prices, price, cost, createdAt, updatedAt } of take(500)) {
      assert.equal(prices.at(-1)!.newPrice, price)
      assert.equal(prices.at(-1)!.newCost, cost)
      assert.isNull(prices[0].oldPrice)
      assert.deepEqual(prices[0].at, createdAt)
      assert.deepEqual(prices.at(-1)!.at, updatedAt)
      assert.isTrue(prices.length >= 3 && prices.length <= 6)
      for (const [index, change] of prices.entries()) {
        if (index === 0) continue
        assert.equal(change.oldPrice, prices[index - 1].newPrice)
        assert.notEqual(change.newPrice, change.oldPrice)
        assert.isAtLeast(change.at.getTime(), prices[index - 1].at.getTime())
      }
      assert.isTrue(price > cost * 1.19, 'sold above cost')
    }
  })

  test('stock is the sum of its movements and never was below zero', ({ assert }) => {
    for (const { sku, levels, movements } of take(1_000)) {
      for (const { location, onHand } of levels) {
        let sum = 0
        for (const movement of movements) {
          if (movement.location !== location) continue
          sum += movement.quantity
          assert.isAtLeast(sum, 0, sku)
        }
        assert.equal(sum, onHand, sku)
      }
    }
  })

  test('rebuilt parts have a deposit, new parts other than batteries none', ({ assert }) => {
    for (const { quality, coreCharge, category } of take(5_000)) {
      const expected = quality === 'remanufactured' || category === 'electricite/batterie'
      assert.equal(coreCharge > 0, expected)
    }
  })

  test('sales end yesterday and most parts sell now and then', ({ assert }) => {
    const products = [...take(2_000)]
    const counts = products.map(({ sales }) => sales.length).sort((a, b) => a - b)
    assert.isBelow(counts[1_000], 15)
    assert.isAbove(counts[1_999], 300)
    for (const { sales } of products) {
      const days = sales.map(({ day }) => day.toISOString())
      assert.deepEqual(days, [...days].sort())
      assert.isTrue(days.every((day) => day < '2026-11-21' && day >= '2024-11-21'))
    }
  })
})
