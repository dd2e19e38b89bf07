import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createCategory, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createGroup, createList } from '#tests/support/price_lists'
import { createKit } from '#tests/support/stock'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Price lists and kits', (group) => {
  let context: BrowserContext
  let id: number
  let kitId: number
  let product: { id: number; sku: string }

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    await sql('delete from price_lists')
    const garages = await createGroup('Garages du Grand Tunis')
    product = await createProduct({ price: 40_000, category: await createCategory('freinage') })
    const kit = await createKit([product])
    kitId = kit.id
    await createList({ name: 'Freinage' }, [{ category: 'freinage', percentOff: 5 }])
    id = await createList({ name: 'Garages', group: garages.code, minQuantity: 4 }, [
      { sku: product.sku, price: 45_000 },
      { category: 'freinage', percentOff: 12 },
    ])
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(async () => {
    await emptyCatalogue()
    await sql('delete from price_lists')
  })

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [
        ...['/admin/price-lists?state=over', `/admin/price-lists/${id}`],
        `/admin/products/${product.id}`,
        ...[`/admin/products/${product.id}/kit`, `/admin/products/${kitId}/kit`],
      ])
    })
  }

  test('a buyer gives a list its prices without JavaScript, and sees them on the product', async () => {
    const plain = await launchBrowser()
    const quiet = await plain.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
    const page = await quiet.newPage()
    await logIn(page, 'buyer')
    await page.goto(`${BASE}/admin/price-lists`)
    await page.getByRole('link', { name: 'Nouvelle liste de prix' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('Revendeurs')
    await page.getByLabel('À partir de (pièces)').fill('10')
    await page.getByRole('button', { name: 'Créer la liste' }).click()
    await page.getByRole('status').filter({ hasText: 'enregistrée' }).waitFor()
    await page.getByLabel('Référence interne').fill('NULLE-PART')
    await page.getByLabel('Remise sur le prix public').fill('20')
    await page.getByRole('button', { name: 'Ajouter à la liste' }).click()
    await page.getByRole('alert').filter({ hasText: 'Aucun produit' }).waitFor()
    await page.getByLabel('Référence interne').fill(product.sku)
    await page.getByRole('button', { name: 'Ajouter à la liste' }).click()
    await page.getByRole('cell', { name: '32,000' }).waitFor()
    await page.goto(`${BASE}/admin/products/${product.id}`)
    const prices = page.locator('section', { hasText: 'Prix des groupes' }).last()
    await prices
      .getByRole('row', { name: /Revendeurs/ })
      .getByText('32,000')
      .waitFor()
    await quiet.close()
  })
})
