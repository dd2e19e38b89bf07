import { randomUUID } from 'node:crypto'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, orderToPay } from '#tests/support/payments'
import { WebVisitor } from '#tests/support/web_visitor'

/** Where a payment may stand, and what its buyer is told, whether the page looks again, and offers other ways. */
const STANDINGS = [
  { state: 'created', told: 'verifying', looksAgain: true, isOpen: false },
  { state: 'redirected', told: 'open', looksAgain: true, isOpen: true },
  { state: 'authorised', told: 'verifying', looksAgain: true, isOpen: false },
  { state: 'unknown', told: 'verifying', looksAgain: true, isOpen: false },
  { state: 'failed', told: 'failed', looksAgain: false, isOpen: true },
  { state: 'void', told: 'void', looksAgain: false, isOpen: false },
  { state: 'paid', told: 'paid', looksAgain: false, isOpen: false },
  { state: 'refunded', told: 'refunded', looksAgain: false, isOpen: false },
]

test.group('The page that buyers come back to', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar', 'en']) {
    test(`tells in ${locale} how the payment stands, and what may be done`, async ({
      assert,
      cleanup,
    }) => {
      await fakeGateway('konnect', cleanup)
      const { payment, number } = await orderToPay('konnect')
      const page = `/payments/${payment.publicId}?locale=${locale}`
      const words = i18nManager.locale(locale)
      const buyer = new WebVisitor()
      for (const { state, told, looksAgain, isOpen } of STANDINGS) {
        // Nothing is there to be asked at the gateway: it stays as it is.
        await sql(
          `update payments set state = $2, gateway_ref = null,
             captured = case when $2 in ('paid', 'refunded') then amount else 0 end,
             refunded = case when $2 = 'refunded' then amount else 0 end
           where id = $1`,
          [payment.id, state]
        )
        const { status, html, headers } = await buyer.get(page)
        assert.equal(status, 200, state)
        assert.include(html, `<html lang="${locale}"`)
        assert.notMatch(html, /translation missing|@(if|each|end)|undefined/)
        for (const part of [number, words.t(`payments.return_${told}`)]) assert.include(html, part)
        assert.equal(headers.has('refresh'), looksAgain, state)
        assert.equal(html.includes(`/payments/${payment.publicId}/attempts`), isOpen, state)
        assert.notMatch(html, /Amel|20 123 456/)
      }
    })
  }

  test('tells who pays at the door or by transfer that the order is there', async ({ assert }) => {
    for (const method of ['cod', 'transfer'] as const) {
      const { payment } = await orderToPay(method)
      const words = i18nManager.locale('fr')
      const told = words.t('payments.return_by_hand', {
        method: words.t(`orders.method_${method}`),
      })
      assert.include(await new WebVisitor().htmlOf(`/payments/${payment.publicId}?locale=fr`), told)
    }
  })

  test('is not there for whoever makes an address up', async ({ assert }) => {
    for (const id of [randomUUID(), 'x', '1']) {
      assert.include([404, 422], await new WebVisitor().statusOf(`/payments/${id}`), id)
    }
  })
})
