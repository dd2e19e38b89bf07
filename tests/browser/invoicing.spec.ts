import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { orderToken } from '#app/orders/buyers/order_token'
import { sql } from '#app/platform/database/sql'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyCatalogue } from '#tests/support/catalogue'
import { givenNumbers, invoicedOrder, knowSeller } from '#tests/support/invoices'
import { sentParcel } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Invoicing', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(() => knowSeller())
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const { number, orderNumber } = await invoicedOrder()
      await issueCreditNote(number, { amount: 500, reason: 'geste commercial' }, TESTING)
      const [, note] = await givenNumbers()
      const { number: toInvoice } = await sentParcel()
      await assertTidy(assert, context, locale, [
        '/admin/invoices?type=credit_note&to=2020-01-01',
        `/admin/invoices/${number}`,
        `/admin/invoices/${note}`,
        `/admin/orders/${orderNumber}`,
        `/admin/orders/${toInvoice}`,
        `/orders/${orderNumber}?token=${encodeURIComponent(orderToken(orderNumber))}`,
      ])
    })
  }

  test('an order that has left gets its invoice, and what comes back its credit note', async ({
    assert,
  }) => {
    const { number: orderNumber } = await sentParcel()
    const page = await context.newPage()
    await logIn(page, 'owner', 'fr')
    await page.goto(`${BASE}/admin/orders/${orderNumber}`)
    await page.getByRole('button', { name: 'Émettre la facture' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Client').fill('Garage Amel')
    await dialog.getByRole('button', { name: 'Émettre la facture' }).click()
    await page.waitForURL(/\/admin\/invoices\/FAC-/)
    assert.include(await page.content(), 'Garage Amel')
    await page.getByRole('link', { name: 'Retour à la commande' }).click()
    await page.getByRole('button', { name: 'Émettre un avoir' }).first().click()
    await dialog.getByLabel('Motif').fill('pièce rendue')
    await dialog.getByRole('button', { name: 'Émettre un avoir' }).click()
    await page.getByText('L’avoir est émis.').waitFor()
    assert.lengthOf(await givenNumbers(), 2)
    await assertBooks(assert)
  })
})
