import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { reserveStock } from '#app/inventory/reservations'
import { orderToken } from '#app/orders/buyers/order_token'
import { sql } from '#app/platform/database/sql'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { placedOrder } from '#tests/support/purchases'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Orders and stock', (group) => {
  let context: BrowserContext
  let number: string
  let productId: number

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    const order = await placedOrder({ paymentMethod: 'cod', email: 'amel@example.tn' })
    number = order.number
    const product = await createProduct({ stock: 2, orderable: true, nameFr: 'Alternateur' })
    productId = product.id
    await reserveStock('order:waiting', [{ productId, quantity: 3 }], 15)
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [
        '/admin/orders?state=placed',
        '/admin/orders?q=nobody',
        `/admin/orders/${number}`,
        '/admin/stock?group=backordered',
        `/admin/stock/${productId}`,
        `/orders/${number}?token=${encodeURIComponent(orderToken(number))}`,
      ])
    })
  }

  test('an order is found, confirmed, noted and cancelled', async () => {
    const page = await context.newPage()
    await logIn(page, 'counter')
    await page.getByRole('link', { name: 'Commandes', exact: true }).first().click()
    await page.getByRole('searchbox', { name: 'Numéro, nom ou téléphone' }).fill('20 123 456')
    await page.getByRole('button', { name: 'Chercher' }).click()
    // The list that was there before has the same link.
    await page.waitForURL(/[?&]q=/)
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: 'Confirmer la commande' }).click()
    await page.getByRole('status').filter({ hasText: 'confirmée' }).waitFor()
    await page.getByLabel('Ajouter une note').fill('Rappeler après 17 h')
    await page.getByRole('button', { name: 'Noter', exact: true }).click()
    await page.getByText('Note : Rappeler après 17 h').waitFor()
    await page.getByRole('button', { name: 'Annuler la commande' }).click()
    await page.locator('dialog').getByLabel('Motif').fill('Client injoignable')
    await page.locator('dialog').getByRole('button', { name: 'Annuler la commande' }).click()
    await page.getByText('Commande annulée : Client injoignable').waitFor()
  })

  test('a stock-take below what is promised says so, and a transfer moves the rest', async () => {
    const page = await context.newPage()
    await logIn(page, 'warehouse')
    await page.goto(`${BASE}/admin/stock/${productId}`)
    await page.getByLabel('Quantité').first().fill('1')
    await page.getByLabel('Motif ou document').first().fill('Comptage')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('status').filter({ hasText: 'reliquat' }).waitFor()
    await page.getByLabel('Quantité').last().fill('1')
    await page.getByLabel('Motif ou document').last().fill('BT 7')
    await page.getByRole('button', { name: 'Transférer' }).click()
    await page.getByText('Ces pièces sont promises').first().waitFor()
  })
})
