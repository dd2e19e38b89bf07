import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { quoteToken } from '#app/quotes/quote_token'
import { isDeep } from '#tests/depth'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { letExpire, openQuote } from '#tests/support/quotes'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Quotes', (group) => {
  let context: BrowserContext
  let number: string
  let sku: string

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    const product = await createProduct({ stock: 5, nameFr: 'Alternateur 120 A' })
    sku = product.sku
    number = await openQuote([{ sku, quantity: 2 }])
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [
        '/admin/quotes/new?q=alternateur&sku[]=' + sku,
        '/admin/quotes?state=refused',
        `/admin/quotes/${number}`,
        `/quotes/${number}?token=${encodeURIComponent(quoteToken(number))}`,
      ])
    })
  }

  test('an expired quote is extended, its buyer accepts it, and it is an order', async ({
    assert,
  }) => {
    await letExpire(number)
    const desk = await context.newPage()
    await logIn(desk, 'counter')
    await desk.getByRole('link', { name: 'Devis', exact: true }).first().click()
    await desk.getByRole('link', { name: number }).click()
    await desk.getByLabel('Réserver encore').selectOption('24')
    await desk.getByRole('button', { name: 'Prolonger' }).click()
    await desk.getByRole('status').filter({ hasText: 'restent réservées' }).waitFor()
    // A slow machine has let a minute or more pass.
    const left = isDeep ? /^23:59:\d\d$/ : /^23:5\d:\d\d$/
    assert.match(await desk.locator('x-countdown').innerText(), left)

    const buyer = await context.newPage()
    await buyer.goto(`${BASE}/quotes/${number}?token=${encodeURIComponent(quoteToken(number))}`)
    await buyer.getByLabel('Gouvernorat').selectOption({ label: 'Sfax' })
    await buyer.getByLabel('Délégation').fill('Sakiet Ezzit')
    await buyer.getByLabel('Adresse').fill('12, rue de la Gare')
    await buyer.getByRole('button', { name: 'Accepter et commander' }).click()
    await buyer.getByText('Ce devis est accepté').waitFor()

    await desk.reload()
    await desk.getByRole('link', { name: /^SAP-/ }).click()
    await desk.getByRole('button', { name: 'Confirmer la commande' }).click()
    await desk.getByRole('status').filter({ hasText: 'confirmée' }).waitFor()
  })

  test('a sale is written with the keyboard alone', async ({ assert }) => {
    const desk = await context.newPage()
    await logIn(desk, 'counter')
    await desk.goto(`${BASE}/admin/quotes/new`)
    await desk.locator('#q:focus').waitFor()
    await desk.keyboard.type('alternateur')
    await desk.keyboard.press('Enter')
    await desk.locator('button[name=add]:focus').waitFor()
    await desk.keyboard.press('Enter')
    await desk.getByLabel(`Quantité de ${sku}`).waitFor()
    await desk.locator('#q:focus').waitFor()
    await desk.getByLabel('Téléphone').fill('20 555 123')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('Amel Ben Salah')
    await desk.keyboard.press('Enter')
    await desk.getByRole('status').filter({ hasText: 'Le devis est prêt' }).waitFor()
    assert.match(desk.url(), /\/admin\/quotes\/D-/)
  })

  test('what is not sold is noted with what was looked for', async ({ assert }) => {
    const desk = await context.newPage()
    await logIn(desk, 'counter')
    await desk.goto(`${BASE}/admin/quotes/new?q=zzzz&phone=20555123`)
    await desk.getByRole('link', { name: 'Noter la demande' }).click()
    await desk.getByLabel('Pièce demandée').waitFor()
    assert.equal(await desk.getByLabel('Pièce demandée').inputValue(), 'zzzz')
    assert.equal(await desk.getByLabel('Client ou téléphone').inputValue(), '20555123')
  })
})
