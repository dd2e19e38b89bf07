import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { complete, orderIn, readyCheckout } from '#tests/support/purchases'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Edits of orders', (group) => {
  let context: BrowserContext
  let place: string
  let spare: { sku: string }

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    const [{ sku }, other] = [
      await createProduct({ price: 40_000, stock: 5 }),
      await createProduct({ price: 15_000, stock: 5 }),
    ]
    spare = other
    const checkout = await readyCheckout([{ sku, quantity: 2 }])
    place = `/admin/orders/${orderIn(await complete(checkout, randomUUID())).number}`
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`the form is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [`${place}/edit`, place])
    })
  }

  test('the counter changes an order without JavaScript', async () => {
    const browser = await launchBrowser()
    const plain = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
    const page = await plain.newPage()
    await logIn(page, 'counter')
    await page.goto(BASE + place)
    await page.getByRole('link', { name: 'Modifier' }).click()
    await page.getByLabel(/^Quantité de/).fill('9')
    await page.getByRole('button', { name: 'Calculer' }).click()
    await page.getByRole('status').filter({ hasText: 'Nouveau total' }).waitFor()
    await page.getByLabel('Motif').fill('au téléphone')
    await page.getByRole('button', { name: 'Enregistrer la commande' }).click()
    await page.getByRole('alert').filter({ hasText: '(5)' }).waitFor()
    await page.getByLabel(/^Quantité de/).fill('1')
    await page.getByLabel('Ajouter une référence').fill(spare.sku)
    await page.getByRole('button', { name: 'Enregistrer la commande' }).click()
    await page.getByRole('status').filter({ hasText: 'est modifiée' }).waitFor()
    await page.getByText(`${spare.sku} × 0 → 1`).waitFor()
    await plain.close()
  })
})
