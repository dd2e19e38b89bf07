import { test } from '@japa/runner'
import { flushViews } from '#app/catalogue/products/product_views'
import { sql } from '#app/platform/database/sql'
import { createCategory, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

test.group('cache:warm', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('fills the cache of a running shop, and nobody has looked at anything', async ({
    assert,
  }) => {
    const category = await createCategory('freinage')
    const { slug } = await createProduct({ category })
    await createProduct()

    const warming = await runCommand('cache:warm', [`--url=${BASE}`, '--products=2'])
    // The tree, brands, the first page and its facets, those of a root category, two products.
    assert.match(warming.output, /8 answers are warm after \d+ ms/)
    assert.equal(warming.exitCode, 0)

    const before = await lookups()
    for (const path of ['categories', 'products?category=freinage', `products/${slug}`]) {
      const answer = await fetch(`${BASE}/api/v1/${path}`, {
        headers: { 'sec-purpose': 'prefetch' },
      })
      await answer.arrayBuffer()
    }
    const after = await lookups()
    assert.deepEqual(after, { hit: before.hit + 3, miss: before.miss })

    await flushViews()
    assert.deepEqual(await sql('select from product_views'), [])
  })

  test('warms as many products as were asked for', async ({ assert }) => {
    for (let n = 0; n < 3; n++) await createProduct()
    const { output } = await runCommand('cache:warm', [`--url=${BASE}`, '--products=1'])
    assert.match(output, / 5 answers are warm/)
  })

  test('says where it found no shop', async ({ assert }) => {
    const nowhere = await runCommand('cache:warm', ['--url=http://127.0.0.1:9'])
    assert.equal(nowhere.exitCode, 1)
    assert.match(nowhere.output, /Is the shop running at that address\?/)
  })
})

/** How often the cache was asked, by result. */
async function lookups() {
  const response = await fetch(`${BASE}/metrics`)
  const metrics = await response.text()
  const [hit, miss] = ['hit', 'miss'].map((result) =>
    Number(
      new RegExp(`^cache_lookups_total\\{result="${result}"\\} (\\d+)`, 'm').exec(metrics)?.[1]
    )
  )
  return { hit, miss }
}
