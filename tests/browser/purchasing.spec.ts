import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { draftOrder, newSupplier, sentOrder } from '#tests/support/purchasing'
import { TESTING } from '#tests/support/staff'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Purchasing', (group) => {
  let context: BrowserContext
  let supplierId: number
  let sku: string

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    const product = await createProduct({ stock: 0, nameFr: 'Alternateur', sku: 'ALT-1' })
    const supplier = await newSupplier({ name: 'Comptoir du Sahel', leadDays: 3 })
    await writeOffer({ supplierId: supplier.id, productId: product.id }, { cost: 99_500 }, TESTING)
    ;[supplierId, sku] = [supplier.id, product.sku]
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const lines = [{ sku, quantity: 6, cost: 99_500 }]
      const draft = await draftOrder(lines, supplierId)
      const sent = await sentOrder(lines, supplierId)
      await assertTidy(assert, context, locale, [
        '/admin/purchase-orders?late=1',
        `/admin/purchase-orders/${draft}`,
        `/admin/purchase-orders/${sent}`,
      ])
    })
  }

  test('what runs out is ordered with a click, sent, and received in two deliveries', async () => {
    const page = await context.newPage()
    await logIn(page, 'buyer')
    await page.goto(`${BASE}/admin/purchase-orders`)
    await page.getByRole('link', { name: 'À commander' }).click()
    await page.getByRole('button', { name: 'Mettre en commande' }).click()
    await page.getByRole('status').filter({ hasText: 'ajoutée au brouillon' }).waitFor()
    await page.getByLabel('Quantité de ALT-1').fill('6')
    await page.getByRole('button', { name: 'Enregistrer les lignes' }).click()
    await page.getByText('597,000').first().waitFor()
    await page.getByRole('button', { name: 'Marquer comme envoyée' }).click()
    await page.getByRole('status').filter({ hasText: 'envoyée' }).waitFor()
    for (const state of ['Reçue en partie', 'Reçue']) {
      await page.getByRole('link', { name: 'Réceptionner' }).click()
      await page.getByLabel('Pièces acceptées de ALT-1').fill('3')
      await page.getByRole('button', { name: 'Entrer en stock' }).click()
      await page.getByText(state, { exact: true }).first().waitFor()
    }
    await page.getByRole('button', { name: 'Clôturer' }).click()
    await page.locator('dialog').getByRole('button', { name: 'Clôturer' }).click()
    await page.getByText('Clôturée', { exact: true }).first().waitFor()
  })

  test('on a telephone a line has its name above its numbers', async ({ assert }) => {
    const lines = [{ sku, quantity: 6, cost: 99_500 }]
    const order = await sentOrder(lines, supplierId)
    const page = await context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await logIn(page, 'owner')
    for (const path of [order, `${order}/receipts/new`]) {
      await page.goto(`${BASE}/admin/purchase-orders/${path}`)
      const name = await page.locator('.table-lines td').first().boundingBox()
      const number = await page.locator('.table-lines td').nth(1).boundingBox()
      assert.isAbove(name!.width, 280)
      assert.isAtLeast(number!.y, name!.y + name!.height)
    }
  })
})
