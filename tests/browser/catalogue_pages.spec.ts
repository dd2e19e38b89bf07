import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { sql } from '#app/platform/database/sql'
import { writeConcept } from '#app/search/words/synonyms'
import { recordTelephoneRequest } from '#app/search/unmet_demand'
import { BASE, inBrowser, complaintsOf, launchBrowser, violationsOf } from '#tests/support/browser'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { assertTidy } from '#tests/support/tidy_pages'

const ACTING = { actor: 'test', source: 'command' as const }

/** A shop with something on every page. */
async function furnish() {
  const category = await createCategory('freinage/plaquettes', 'فحمات')
  const brand = await createBrand('Bosch')
  const product = await createProduct({ category, price: 10_000 })
  const other = await createProduct({ category })
  for (const { id } of [product, other]) await createNumber(id, 'oe', '7701206379', 'Renault')
  await sql('update products set price = 20000 where id = $1', [product.id])
  const attribute = await createAttribute(
    {
      ...{ code: 'position', kind: 'choice', name: 'Position', isFacet: true },
      ...{ choices: [{ value: 'avant', ar: 'أمامي', en: 'front' }], categories: ['freinage'] },
    },
    ACTING
  )
  await sql(
    `insert into product_images (product_id, path, position) values ($1, 'a.webp', 0), ($1, 'b.webp', 1)`,
    [product.id]
  )
  const synonyms = [{ term: 'plaquettes', language: 'fr' as const }]
  await writeConcept({ code: 'pads', kind: 'part', categories: [], synonyms }, ACTING)
  await recordTelephoneRequest({ words: 'alternateur Clio', contact: '20 123 456' }, ACTING)
  await seeChanges()
  return { attribute, brand, category, product }
}

test.group('Pages of the catalogue', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })

  for (const locale of ['fr', 'ar']) {
    test(`each is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const { attribute, brand, category, product } = await furnish()
      const paths = [
        ...['brands', `brands/${brand.id}`, 'categories', `categories/${category.id}`],
        ...['attributes', 'attributes/new', `attributes/${attribute.id}`],
        ...['price-alarms', 'unmet-demand', 'words', 'words/pads'],
        `products/${product.id}/equivalents`,
      ]
      await assertTidy(
        assert,
        context,
        locale,
        paths.map((path) => `/admin/${path}`)
      )
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${BASE}/admin/words/pads`)
      await page.locator('[data-opens=delete-words]').click()
      assert.deepEqual(await violationsOf(page), [], 'with a question open')
      assert.deepEqual(complaints, [])
    })
  }
})
