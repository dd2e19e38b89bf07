import { test } from '@japa/runner'
import { BRANDS } from '#app/demo/data/brands/all'
import { DemoProducts } from '#app/demo/demo_products'
import { categoryRows } from '#app/demo/shop_frame'
import { FLEET_MAKES } from '#app/fitment/fleet/makes'
import { FLEET_MODELS } from '#app/fitment/fleet/models/all'
import { PART_WORDS } from '#app/search/words/all'
import type { Terms } from '#app/search/words/concept'
import { MODIFIER_WORDS } from '#app/search/words/modifiers'
import { POSITION_WORDS } from '#app/search/words/positions'
import { FUEL_WORDS, QUALITY_WORDS } from '#app/search/words/qualities'
import { STOP_WORDS } from '#app/search/words/stop_words'
import { ARABIC_QUERIES } from '#tests/support/search/arabic_queries'
import { ARABIZI_QUERIES } from '#tests/support/search/arabizi_queries'
import { type ExpectedHit, type Hit, isExpected } from '#tests/support/search/expected_hit'
import { folded } from '#tests/support/search/folded'
import { FRENCH_QUERIES } from '#tests/support/search/french_queries'

const TABLES: Record<string, ExpectedHit[]> = {
  french: FRENCH_QUERIES,
  arabic: ARABIC_QUERIES,
  arabizi: ARABIZI_QUERIES,
}
const termsOf = ({ fr, ar, arabizi, en }: Terms) => [...fr, ...ar, ...arabizi, ...(en ?? [])]

/** Every word that is listed somewhere, of a part or a car. */
function listedWords(): Set<string> {
  const texts = [
    ...[
      ...PART_WORDS,
      ...MODIFIER_WORDS,
      ...POSITION_WORDS,
      ...QUALITY_WORDS,
      ...FUEL_WORDS,
      STOP_WORDS,
    ].flatMap(termsOf),
    ...FLEET_MAKES.flatMap(({ name, ar, aliases }) => [name, ar, ...aliases]),
    ...FLEET_MODELS.flatMap(({ model, ar, aliases }) => [model, ar, ...aliases]),
    ...FLEET_MODELS.flatMap(({ engines }) => engines.map(([name]) => name)),
    ...BRANDS.map(({ name }) => name),
  ]
  return new Set(texts.flatMap((text) => folded(text).split(' ')))
}

/** The shop that `npm start` fills. */
function shop(): Hit[] {
  return [...new DemoProducts(1, new Date('2026-11-21T10:00:00Z')).take(2_000)]
    .filter(({ status }) => status === 'active')
    .map(({ category, brand, nameFr, mpn, numbers }) => ({
      category,
      brand,
      nameFr,
      numbers: [mpn, ...numbers.map(({ number }) => number)],
    }))
}

test.group('Query tables', () => {
  test('at least 70 queries in each way of writing, none twice, each with an answer', ({
    assert,
  }) => {
    for (const [name, table] of Object.entries(TABLES)) {
      assert.isAtLeast(table.length, 70, name)
      assert.equal(new Set(table.map(({ q }) => q)).size, table.length, name)
      for (const { q, ...expected } of table) assert.isNotEmpty(expected, q)
    }
  })

  test('the demo shop holds a right answer to every query', ({ assert }) => {
    const products = shop()
    const slugs = new Set(categoryRows().map(({ slug }) => slug))
    const brands = new Set(BRANDS.map(({ slug }) => slug))
    for (const table of Object.values(TABLES)) {
      for (const { q, category, brand } of table) {
        for (const slug of [category ?? []].flat()) assert.isTrue(slugs.has(slug), q)
        if (brand) assert.isTrue(brands.has(brand), q)
      }
      assert.deepEqual(
        table.filter((expected) => !products.some((hit) => isExpected(hit, expected))),
        []
      )
    }
  })

  test('an eighth of the queries has a spelling that is listed nowhere', ({ assert }) => {
    const listed = listedWords()
    for (const [name, table] of Object.entries(TABLES)) {
      const strange = table.filter(({ q }) =>
        folded(q)
          .split(' ')
          .some((word) => /^\p{L}{3,}$/u.test(word) && !listed.has(word))
      )
      assert.isAtLeast(strange.length / table.length, 1 / 8, name)
    }
  })

  test('a hit is judged by all that is expected', ({ assert }) => {
    const hit: Hit = {
      category: 'freinage/etriers',
      brand: 'trw',
      nameFr: 'Étrier de frein avant droit Peugeot 208 I 1.2 VTi 82 ch',
      numbers: ['BHN 123'],
    }
    const right: Partial<ExpectedHit>[] = [
      { category: 'freinage' },
      { category: ['moteur', 'freinage/etriers'] },
      { position: 'front' },
      { position: 'front-right' },
      { model: '208' },
      { model: '208 I', brand: 'trw', name: '1.2 vti' },
      { reference: 'bhn-123' },
    ]
    for (const expected of right) {
      assert.isTrue(isExpected(hit, { q: '', ...expected }), JSON.stringify(expected))
    }
    const wrong: Partial<ExpectedHit>[] = [
      { category: 'frein' },
      { position: 'rear' },
      { position: 'front-left' },
      { model: '208 II' },
      { model: '20' },
      { brand: 'ate' },
      { reference: 'bhn 1234' },
    ]
    for (const expected of wrong) {
      assert.isFalse(isExpected(hit, { q: '', ...expected }), JSON.stringify(expected))
    }
  })
})
