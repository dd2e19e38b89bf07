import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { putCoupon } from '#app/cart/coupon'
import { sql } from '#app/platform/database/sql'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyCatalogue } from '#tests/support/catalogue'
import { createCoupon, forgetPromotions } from '#tests/support/promotions'
import { complete, filledCart, orderIn, readyCheckoutOf } from '#tests/support/purchases'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Promotions', (group) => {
  let context: BrowserContext
  let id: number
  let number: string

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    await forgetPromotions()
    const coupon = await createCoupon({ maxUses: 10 })
    id = coupon.id
    const { token } = await filledCart(2, { price: 40_000 })
    await putCoupon({ token }, coupon.code)
    const order = orderIn(await complete(await readyCheckoutOf({ token })))
    number = order.number
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(async () => {
    await emptyCatalogue()
    await forgetPromotions()
  })

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [
        '/admin/promotions?state=over',
        `/admin/promotions/${id}`,
        `/admin/orders/${number}`,
      ])
    })
  }

  test('sales create a coupon, and see which order used another', async () => {
    const page = await context.newPage()
    await logIn(page, 'sales')
    await page.goto(`${BASE}/admin/promotions`)
    await page.getByRole('link', { name: 'Nouvelle promotion' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('Rentrée')
    await page.getByLabel('Code du coupon').fill('rentree26')
    await page.getByLabel('Remise', { exact: true }).fill('15')
    await page.getByRole('button', { name: 'Créer la promotion' }).click()
    await page.getByRole('status').filter({ hasText: 'enregistrée' }).waitFor()
    await page.getByText('RENTREE26').waitFor()
    await page.goto(`${BASE}/admin/promotions/${id}`)
    await page.getByRole('link', { name: number }).waitFor()
  })

  test('only what the chosen kind needs is asked for, without JavaScript too', async ({
    assert,
    cleanup,
  }) => {
    const page = await context.newPage()
    await logIn(page, 'sales')
    const browser = await launchBrowser()
    const plain = await browser.newContext({
      ...{ javaScriptEnabled: false, locale: 'fr-FR' },
      storageState: await context.storageState(),
    })
    cleanup(() => plain.close())
    const form = await plain.newPage()
    await form.goto(`${BASE}/admin/promotions/${id}`)
    const shown = async () => {
      const names = ['percent', 'amount', 'buy', 'get']
      const seen = await Promise.all(names.map((name) => form.locator(`#${name}`).isVisible()))
      return names.filter((_, at) => seen[at])
    }
    assert.deepEqual(await shown(), ['percent'])
    const kinds = { amount: ['amount'], buy_get: ['buy', 'get'], free_delivery: [] as string[] }
    for (const [kind, fields] of Object.entries(kinds)) {
      await form.locator('#kind').selectOption(kind)
      assert.deepEqual(await shown(), fields)
    }
    await form.locator('#kind').selectOption('amount')
    await form.locator('#amount').fill('5')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await form.getByRole('status').filter({ hasText: 'enregistrée' }).waitFor()
    assert.deepEqual(await shown(), ['amount'])
  })
})
