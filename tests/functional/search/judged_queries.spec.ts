import { test } from '@japa/runner'
import { seedDemoShop } from '#app/demo/seed_demo_shop'
import { sql } from '#app/platform/database/sql'
import { searchQuery } from '#app/search/search_query'
import { readQuery } from '#app/search/understanding/read_query'
import { writeWords } from '#app/search/words/write_words'
import { emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { ARABIC_QUERIES } from '#tests/support/search/arabic_queries'
import { ARABIZI_QUERIES } from '#tests/support/search/arabizi_queries'
import { type ExpectedHit, type Hit, isExpected } from '#tests/support/search/expected_hit'
import { FRENCH_QUERIES } from '#tests/support/search/french_queries'

const TABLES: [language: string, queries: ExpectedHit[], share: number][] = [
  ['French', FRENCH_QUERIES, 0.95],
  ['Arabic', ARABIC_QUERIES, 0.95],
  ['Arabizi', ARABIZI_QUERIES, 0.9],
]

test.group('Judged queries on the demo shop', (group) => {
  group.setup(async () => {
    await emptyCatalogue()
    await writeWords()
    await seedDemoShop({ products: 2_000, seed: 1, today: new Date('2026-11-21T10:00:00Z') })
    await seeChanges()
    return () => emptyCatalogue()
  })

  async function firstHit(q: string): Promise<Hit | undefined> {
    const { hits } = await searchQuery({ q, limit: 1 })
    if (hits.length === 0) return undefined
    const [hit] = await sql<Hit>(
      `select c.slug as category, b.slug as brand, p.name_fr as "nameFr",
         array(select number from part_numbers where product_id = p.id) as numbers
       from products p join brands b on b.id = p.brand_id join categories c on c.id = p.category_id
       where p.id = $1`,
      [hits[0].id]
    )
    return hit
  }

  for (const [language, queries, share] of TABLES) {
    test(`${language}: at least ${share * 100} % of ${queries.length} first hits are right`, async ({
      assert,
    }) => {
      const wrong: string[] = []
      for (const expected of queries) {
        const hit = await firstHit(expected.q)
        if (!hit || !isExpected(hit, expected)) wrong.push(`${expected.q} → ${hit?.nameFr}`)
      }
      assert.isAtLeast(1 - wrong.length / queries.length, share, wrong.join('\n'))
    })

    test(`${language}: part, position and car are read as they are meant`, async ({ assert }) => {
      const judged = queries.filter(({ means }) => means)
      assert.isAtLeast(judged.length, 60)
      for (const { q, means } of judged) {
        const { understood } = await readQuery(q)
        const models = understood.vehicle?.models ?? []
        const read = {
          part: understood.partType?.code,
          ...(understood.position && { position: understood.position }),
          ...(models.length === 1 && { model: models[0].name }),
        }
        assert.deepEqual(read as ExpectedHit['means'], means, q)
      }
    })
  }

  test('what the shop does not have is not answered with another part for the car', async ({
    assert,
  }) => {
    const missing = [
      'klaxon clio 4',
      'neiman 206',
      'calandre golf 5',
      'كلاكسون كليو 4',
      'klakson polo',
      'reniflard 206',
      'colonne de direction clio 4',
      'plafonnier polo',
      'vis de purge golf',
      "jauge d'huile",
    ]
    for (const q of missing) {
      const { hits } = await searchQuery({ q, limit: 1 })
      assert.deepEqual(hits, [], q)
    }
  })
})
