import { test } from '@japa/runner'
import env from '#start/env'
import { appUrl } from '#config/app'
import { chooseShipping } from '#app/checkout/choose_shipping'
import CustomerMail from '#app/customers/mails/customer_mail'
import ShipmentMail from '#app/fulfilment/mails/shipment_mail'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { orderAddress } from '#app/orders/buyers/order_address'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import OrderMail from '#app/orders/mails/order_mail'
import { orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { forgetSeller, invoicedOrder, knowSeller } from '#tests/support/invoices'
import { fakeGateway, orderToPay } from '#tests/support/payments'
import {
  complete,
  orderIn,
  placedOrder,
  readyCheckout,
  startedCheckout,
} from '#tests/support/purchases'
import { sentParcel } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { WebVisitor } from '#tests/support/web_visitor'

/** The address of the page of an order on this site. */
function pageOf(number: string, locale?: string): string {
  const { pathname, search } = new URL(orderAddress(number, locale))
  return pathname + search
}

/** As people read it: without marks, nor what keeps foreign words in their place. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')

async function collectedOrder(): Promise<string> {
  const checkout = await startedCheckout()
  await chooseShipping(checkout, 'pickup')
  const { number } = orderIn(await complete(checkout))
  return number
}

async function confirmationOf(number: string, locale?: string) {
  if (locale) await sql('update orders set locale = $2 where number = $1', [number, locale])
  const mail = new OrderMail(await orderQuery(number), 'amel@example.tn', 'placed')
  await mail.buildWithContents()
  const { text, html } = mail.message.toObject().message
  return { text: wordsOf(String(text)), html: wordsOf(String(html)), raw: String(text) }
}

function forgetSetting(name: Parameters<typeof env.set>[0]) {
  env.set(name, undefined as never)
  delete process.env[name]
}

test.group('The page of an order', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })
  group.each.teardown(() => emptyCatalogue())

  for (const { locale, dir, words } of [
    { locale: 'fr', dir: 'ltr', words: ['Commande reçue', 'au livreur', 'À la livraison'] },
    { locale: 'ar', dir: 'rtl', words: ['وصلتنا الطلبية', 'للموزع', 'عند التسليم'] },
    { locale: 'en', dir: 'ltr', words: ['Order received', 'to the courier', 'On delivery'] },
  ]) {
    test(`tells its buyer all there is to know in ${locale}`, async ({ assert }) => {
      const product = await createProduct({ nameFr: 'Alternateur', nameAr: 'مولد', price: 12_500 })
      const checkout = await readyCheckout([{ sku: product.sku, quantity: 2 }])
      const { number } = orderIn(await complete(checkout))
      const html = await new WebVisitor().htmlOf(pageOf(number, locale))

      assert.match(html, new RegExp(`<html lang="${locale}" dir="${dir}"`))
      assert.notMatch(html, /translation missing|@(if|each|end)|null|undefined/)
      const name = locale === 'ar' ? 'مولد' : 'Alternateur'
      const given = ['Amel Ben Salah', '12, rue de la Gare', '20 123 456', '25,000']
      for (const part of [number, name, product.sku, ...given, ...words]) {
        assert.include(wordsOf(html), part)
      }
      assert.notMatch(html, /<script(?![^>]* src=)|<style| style="/)
    })
  }

  test('is not there without its token, nor with that of another', async ({ assert }) => {
    const [order, other] = [await placedOrder(), await placedOrder()]
    const buyer = new WebVisitor()
    const wrong = ['', '?token=forged', `?token=${encodeURIComponent(other.token)}`]
    for (const asked of wrong) {
      const { status, html } = await buyer.get(`/orders/${order.number}${asked}`)
      assert.equal(status, 404)
      assert.notInclude(html, 'Amel')
      // The back office is no home of buyers.
      assert.notInclude(html, 'href="/admin"')
    }
    assert.equal(await buyer.statusOf(pageOf(order.number)), 200)
  })

  test('keeps its token in the links to its other languages', async ({ assert }) => {
    const { number } = await placedOrder()
    const buyer = new WebVisitor()
    const html = await buyer.htmlOf(pageOf(number))
    const links = [...html.matchAll(/href="(\/orders\/[^"]+)" lang="/g)].map(([, link]) =>
      link.replaceAll('&amp;', '&')
    )
    assert.lengthOf(links, 3)
    for (const link of links) assert.equal(await buyer.statusOf(link), 200)
  })

  test('cancels until the shop has confirmed; the pieces are free again', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 2 })
    const place = async () => orderIn(await complete(await readyCheckout([{ sku, quantity: 1 }])))
    const [first, second] = [await place(), await place()]
    const buyer = new WebVisitor()
    const cancel = ({ number }: { number: string }, token: string) =>
      buyer.post(`/orders/${number}/cancellation`, { token, reason: '' }, pageOf(first.number))
    const foreign = await cancel(first, second.token)
    assert.equal(foreign.status, 404)

    const done = await cancel(first, first.token)
    assert.equal(done.status, 303)
    const seen = await buyer.htmlOf(done.to!)
    assert.include(seen, 'Votre commande est annulée.')
    assert.include(seen, 'rien ne sera livré')
    assert.notInclude(seen, '/cancellation"')
    assert.containSubset(await levelsOf(id), [{ onHand: 2, reserved: 1 }])

    const open = await buyer.htmlOf(pageOf(second.number))
    assert.include(open, `/orders/${second.number}/cancellation"`)
    const proof = await buyer.tokenOn(pageOf(second.number))
    await confirmOrder(second.number, TESTING)
    const late = await buyer.send(
      'POST',
      `/orders/${second.number}/cancellation`,
      new URLSearchParams({ _csrf: proof, token: second.token }),
      { referer: `http://${process.env.HOST}:${process.env.PORT}${pageOf(second.number)}` }
    )
    assert.equal(late.status, 303)
    const told = await buyer.htmlOf(pageOf(second.number))
    assert.include(told, 'a déjà confirmé cette commande')
    assert.notInclude(told, '/cancellation"')
    const { state } = await orderQuery(second.number)
    assert.equal(state, 'confirmed')
    await assertBooks(assert)
  })

  test('follows its parcels', async ({ assert }) => {
    const { number, trackingNumber } = await sentParcel()
    const html = await new WebVisitor().htmlOf(pageOf(number))
    for (const part of ['En route depuis', 'Aramex', trackingNumber, 'au livreur']) {
      assert.include(html, part)
    }
  })

  test('has the invoice once there is one', async ({ assert, cleanup }) => {
    cleanup(forgetSeller)
    const { number: early } = await placedOrder()
    const buyer = new WebVisitor()
    assert.notInclude(await buyer.htmlOf(pageOf(early)), 'invoice.pdf')
    const { orderNumber, number } = await invoicedOrder()
    const html = await buyer.htmlOf(pageOf(orderNumber))
    const [, link] = /href="([^"]+invoice\.pdf[^"]*)"/.exec(html)!
    assert.include(html, number)
    const { status, html: file } = await buyer.get(link.replaceAll('&amp;', '&'))
    assert.equal(status, 200)
    assert.isTrue(file.startsWith('%PDF-'))
  })

  test('leads whoever has not paid yet to the page of the payment', async ({ assert, cleanup }) => {
    await fakeGateway('konnect', cleanup)
    const { number, payment } = await orderToPay('konnect')
    const buyer = new WebVisitor()
    const html = await buyer.htmlOf(pageOf(number))
    assert.include(html, `href="/payments/${payment.publicId}"`)
    assert.include(html, 'À payer avant le')
    assert.equal(await buyer.statusOf(`/payments/${payment.publicId}`), 200)

    const byHand = await placedOrder()
    assert.notInclude(await buyer.htmlOf(pageOf(byHand.number)), 'href="/payments/')
  })
})

test.group('What mails tell of an order', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('the link of the confirmation opens the page, in the language of the order', async ({
    assert,
  }) => {
    const { number } = await placedOrder()
    const { raw } = await confirmationOf(number, 'ar')
    const [link] = /https?:\S+/.exec(raw)!
    const { pathname, search } = new URL(link)
    const { status, html } = await new WebVisitor().get(pathname + search)
    assert.equal(status, 200)
    assert.include(html, number)
    assert.include(html, 'dir="rtl"')
  })

  test('cash is asked for at the door, after a call', async ({ assert }) => {
    const { number } = await placedOrder()
    const { text, html } = await confirmationOf(number)
    for (const part of ['Nous vous appelons pour confirmer', 'au livreur', '/orders/SAP-']) {
      assert.include(text, part)
    }
    assert.include(html, 'Nous vous appelons pour confirmer')
    assert.include(html, 'Voir la commande')
  })

  test('who pays by card is not called, but told of the payment', async ({ assert, cleanup }) => {
    await fakeGateway('konnect', cleanup)
    const { number } = await orderToPay('konnect')
    const due = await confirmationOf(number)
    await sql(`update orders set payment_state = 'paid' where number = $1`, [number])
    const paid = await confirmationOf(number)
    for (const part of [due.text, due.html]) {
      assert.include(part, 'n’est pas encore arrivé')
      assert.notInclude(part, 'appelons')
    }
    for (const part of [paid.text, paid.html]) {
      assert.include(part, 'Votre paiement est reçu')
      assert.notInclude(part, 'appelons')
    }
  })

  test('a transfer goes to the account of the shop, or to one that it will tell', async ({
    assert,
    cleanup,
  }) => {
    const { number } = await orderToPay('transfer')
    const unknown = await confirmationOf(number)
    assert.include(unknown.text, 'Nous vous communiquerons le RIB')
    assert.include(unknown.html, 'Nous vous communiquerons le RIB')

    cleanup(() => forgetSetting('SELLER_BANK_ACCOUNT'))
    env.set('SELLER_BANK_ACCOUNT', 'BIAT 08 006 0123456789012 34')
    for (const locale of ['fr', 'ar', 'en']) {
      const { text, html } = await confirmationOf(number, locale)
      for (const part of [text, html]) {
        assert.include(part, 'BIAT 08 006 0123456789012 34')
        assert.include(part, number)
      }
    }
  })

  test('who collects is told where, and pays at the counter', async ({ assert, cleanup }) => {
    const number = await collectedOrder()
    const anywhere = await confirmationOf(number)
    assert.include(anywhere.text, 'à la boutique')
    cleanup(knowSeller())
    const { text, html } = await confirmationOf(number)
    for (const part of [text, html]) {
      assert.include(part, '3, route de Gabès, 3000 Sfax')
      assert.include(part, 'dès qu’elles sont prêtes')
      assert.include(part, 'au comptoir')
      assert.notInclude(part, 'livreur')
    }
  })

  test('the mail of a parcel has the link, and the cash in its plain text too', async ({
    assert,
  }) => {
    const { id, number } = await sentParcel()
    const mail = new ShipmentMail(await orderQuery(number), await parcelQuery(id), 'a@example.tn')
    await mail.buildWithContents()
    const { text, html } = mail.message.toObject().message
    assert.include(String(text), orderAddress(number, 'fr'))
    assert.include(String(text), 'pour le livreur')
    assert.include(String(html), `/orders/${number}?token=`)
  })

  test('a new password is chosen on the storefront, wherever that is', async ({
    assert,
    cleanup,
  }) => {
    const written = async () => {
      const customer = { email: 'amel@example.tn', fullName: 'Amel', locale: 'fr' }
      const mail = new CustomerMail(customer, 'reset', '/password/reset/abc')
      await mail.buildWithContents()
      return String(mail.message.toObject().message.text)
    }
    assert.include(await written(), `${appUrl}/password/reset/abc`)
    cleanup(() => forgetSetting('STOREFRONT_URL'))
    env.set('STOREFRONT_URL', 'https://boutique.example')
    assert.include(await written(), 'https://boutique.example/password/reset/abc')
    const { number } = await placedOrder()
    const html = await new WebVisitor().htmlOf(pageOf(number))
    assert.include(html, 'href="https://boutique.example"')
  })
})
