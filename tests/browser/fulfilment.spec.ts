import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { shortRemittance } from '#tests/support/differences'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, refusedParcel, sentParcel } from '#tests/support/shipments'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Fulfilment', (group) => {
  let context: BrowserContext

  inBrowser(group)
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
      const toSend = await confirmedOrder()
      const out = await sentParcel()
      const refused = await refusedParcel()
      const { id } = await shortRemittance()
      await placedOrder()
      await assertTidy(assert, context, locale, [
        '/admin/shipments?queue=to_call',
        '/admin/shipments?queue=to_fetch',
        '/admin/shipments?queue=owed',
        '/admin/shipments?queue=out',
        `/admin/shipments/orders/${toSend.number}`,
        `/admin/shipments/orders/${out.number}`,
        `/admin/shipments/orders/${refused.number}`,
        `/admin/orders/${refused.number}`,
        `/admin/remittances/${id}`,
      ])
    })
  }

  test('an order of the API is called about, confirmed, sent off, delivered and collected', async ({
    assert,
  }) => {
    const { number } = await placedOrder()
    const page = await context.newPage()
    await logIn(page, 'counter')
    await page.goto(`${BASE}/admin/shipments?queue=to_call`)
    await page.getByRole('link', { name: number }).click()
    await page.getByLabel('Appel au client').selectOption('answered')
    await page.getByRole('button', { name: 'Noter l’appel' }).click()
    await page.getByText('Appel : a répondu').waitFor()
    await page.getByRole('button', { name: 'Confirmer la commande' }).click()
    await page.getByRole('status').filter({ hasText: 'confirmée' }).waitFor()
    await page.getByRole('link', { name: 'Colis', exact: true }).click()
    await page.getByLabel('Transporteur').fill('Aramex')
    await page.getByLabel('Numéro de suivi').fill('AR 1234')
    await page.getByRole('button', { name: 'Expédier' }).click()
    await page.getByRole('button', { name: 'Livré et encaissé' }).click()
    await page.getByText('Payée').waitFor()
    await page.getByText('Terminée').waitFor()
    await assertBooks(assert)
  })

  test('a refused parcel is inspected, and its pieces are for sale again', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 2 })
    const { number } = await sentParcel([{ sku, quantity: 2 }])
    const page = await context.newPage()
    await logIn(page, 'warehouse')
    await page.goto(`${BASE}/admin/shipments/orders/${number}`)
    await page.getByLabel('Motif du refus').fill('Client absent')
    await page.getByRole('button', { name: 'Refusé, revient' }).click()
    await page.getByLabel(`Bonnes pièces de ${sku}`).fill('1')
    await page.getByRole('button', { name: 'Contrôlé' }).click()
    await page.getByText('1 en stock, 1 au rebut').waitFor()
    assert.deepEqual(await levelsOf(id), [{ onHand: 1, reserved: 0, backordered: 0 }])
    await assertBooks(assert)
  })
})
