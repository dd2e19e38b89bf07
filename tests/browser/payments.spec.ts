import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { paymentOf } from '#app/payments/payment'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'
import { BASE, inBrowser, launchBrowser, logIn, logInToLook } from '#tests/support/browser'
import { emptyCatalogue } from '#tests/support/catalogue'
import { assertLedger, fakeGateway, orderToPay, statesOf } from '#tests/support/payments'
import { assertBooks } from '#tests/support/stock'
import { awaitedTransfer, promisedRefund } from '#tests/support/transfers'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Payments in the browser', (group) => {
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
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert, cleanup }) => {
      await fakeGateway('konnect', cleanup)
      const open = await orderToPay('konnect')
      const failed = await orderToPay('konnect')
      await sql(`update payments set state = 'failed', gateway_ref = null where id = $1`, [
        failed.payment.id,
      ])
      const transfer = await awaitedTransfer()
      const promised = await promisedRefund()
      const { orderNumber } = await paymentOf(promised.id)
      await assertTidy(assert, context, locale, [
        '/admin/payments?queue=reconcile',
        `/admin/orders/${orderNumber}`,
        `/admin/orders/${transfer.number}`,
        `/admin/orders/${open.number}`,
        `/payments/${failed.payment.publicId}`,
        `/payments/${transfer.id}`,
      ])
    })
  }

  test('a telephone shows each payment whole, without scrolling sideways', async ({ assert }) => {
    await awaitedTransfer()
    await promisedRefund()
    await logInToLook(context, 'fr')
    const page = await context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const locale of ['fr', 'ar']) {
      await page.goto(`${BASE}/admin/payments?locale=${locale}`)
      const list = page.locator('.table-scroll')
      const hidden = await list.evaluate((box) => box.scrollWidth - box.clientWidth)
      assert.equal(hidden, 0, locale)
      assert.isTrue(await list.locator('.key').first().isVisible(), locale)
    }
  })

  for (const method of ['konnect', 'clictopay'] as const) {
    test(`a card is refused and then taken on the page of ${method}`, async ({
      assert,
      cleanup,
    }) => {
      const gateway = await fakeGateway(method, cleanup)
      const { payment, number } = await orderToPay(method)
      const page = await context.newPage()
      await page.goto(payment.redirectUrl!)
      await page.getByRole('button', { name: 'Refuser' }).click()
      await page.getByText('Payer autrement').waitFor()
      const label = method === 'konnect' ? 'Konnect' : 'ClicToPay'
      await page.getByRole('button', { name: label }).click()
      if (method === 'clictopay') {
        await page.getByRole('link', { name: 'Continuer vers le paiement' }).click()
        await page.getByRole('button', { name: 'Payer' }).click()
        await page.getByText('Votre paiement est reçu').waitFor()
        assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
      } else {
        // Konnect does not say that a card was refused: its page stays, and another way is open.
        await page.getByRole('button', { name: 'À la livraison' }).click()
        await page.getByText('Votre commande est enregistrée').waitFor()
        assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
      }
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    })
  }

  test('a card is taken on the page of Konnect, and staff pays a part of it back', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('clictopay', cleanup)
    const konnect = await fakeGateway('konnect', cleanup)
    const byKonnect = await orderToPay('konnect')
    const page = await context.newPage()
    await page.goto(byKonnect.payment.redirectUrl!)
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.getByText('Votre paiement est reçu').waitFor()
    const { payment, number } = await orderToPay('clictopay')
    await page.goto(payment.redirectUrl!)
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.getByText('Votre paiement est reçu').waitFor()

    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/payments?method=clictopay`)
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: 'Rembourser' }).first().click()
    await page.getByLabel('Montant (DT)').fill('1,500')
    await page.getByLabel('Motif').first().fill('retour')
    await page.locator('dialog[open]').getByRole('button', { name: 'Rembourser' }).click()
    await page.getByRole('status').filter({ hasText: 'en route' }).waitFor()
    const [refund] = await sql<{ id: number }>('select id from refunds')
    await carryOutRefund(refund.id)
    assert.containSubset(await statesOf(number), { payment: 'partially_refunded' })
    await assertLedger(assert, gateway)
    await assertLedger(assert, konnect)
    await assertBooks(assert)
  })
})
