import { test } from '@japa/runner'
import { amountInFrench } from '#app/invoicing/amount_in_french'
import { invoiceOf } from '#app/invoicing/invoice'
import { invoicePdf } from '#app/invoicing/invoice_pdf'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { dinars } from '#app/money/dinars'
import { orderToken } from '#app/orders/buyers/order_token'
import { promised } from '#tests/depth'
import { emptyCatalogue } from '#tests/support/catalogue'
import { forgetSeller, givenNumbers, invoicedOrder, knowSeller } from '#tests/support/invoices'
import { pdfText } from '#tests/support/pdf_text'
import { placedOrder } from '#tests/support/purchases'
import { sentParcel } from '#tests/support/shipments'
import { bearer, TESTING } from '#tests/support/staff'

const ofOrder = (number: string) => `/api/v1/orders/${number}/invoice.pdf`
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

test.group('Invoices as PDF', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(async () => {
    forgetSeller()
    await emptyCatalogue()
  })

  test('says what an invoice has to say, and is the same bytes whenever it is asked for', async ({
    client,
    assert,
  }) => {
    const { number } = await invoicedOrder()
    const { token } = await bearer('accountant')
    const path = `/api/admin/invoices/${number}/pdf`
    const first = await client.get(path).bearerToken(token)
    first.assertStatus(200)
    first.assertHeader('content-type', 'application/pdf')
    first.assertHeader('content-disposition', `inline; filename="${number}.pdf"`)
    const invoice = await invoiceOf(number)
    const bytes = await invoicePdf(invoice)
    assert.deepEqual(await invoicePdf(await invoiceOf(number)), bytes)
    assert.equal(first.header('content-length'), String(bytes.length))
    const text = plain(pdfText(bytes))
    for (const said of [
      ...[`Facture ${number}`, invoice.orderNumber, invoice.seller.name],
      ...['1234567R/A/M/000', invoice.buyer.name!, plain(dinars(invoice.net))],
      ...[plain(dinars(invoice.total)), 'Timbre fiscal', '1,000', '19 %'],
    ]) {
      assert.include(text, said)
    }
    const unbroken = text.replace(/\n/g, ' ').replace(/ +/g, ' ')
    assert.include(unbroken, `la somme de ${amountInFrench(invoice.total)}.`)
  })

  test('credit notes name their invoice and their reason', async ({ assert }) => {
    const { number } = await invoicedOrder()
    await issueCreditNote(number, { reason: 'pièce rendue' }, TESTING)
    const [, note] = await givenNumbers()
    const text = pdfText(await invoicePdf(await invoiceOf(note)))
    for (const said of ['avoir', number, 'pièce rendue']) assert.include(text, said)
  })

  test('names in Arabic are written in a font that has them', async ({ assert }) => {
    knowSeller()
    const { number: orderNumber } = await sentParcel()
    const buyer = { name: 'شركة قطع الغيار SARL', address: '12 شارع الحرية، صفاقس' }
    const number = await issueInvoice(orderNumber, buyer, TESTING)
    const bytes = await invoicePdf(await invoiceOf(number))
    assert.include(bytes.toString('latin1'), '/FontFile2')
    assert.include(pdfText(bytes), 'SARL')
  })

  test('two hundred lines are several pages, and made in less than a second', async ({
    assert,
  }) => {
    const { number } = await invoicedOrder()
    const invoice = await invoiceOf(number)
    const lines = Array.from({ length: 200 }, (_, position) => ({ ...invoice.lines[0], position }))
    const began = performance.now()
    const bytes = await invoicePdf({ ...invoice, lines })
    assert.isBelow(performance.now() - began, promised(1_000))
    assert.isAbove(bytes.toString('latin1').match(/\/Type \/Page\n/g)!.length, 3)
  })

  test('buyers get that of their own order by its token, once it was issued', async ({
    client,
    assert,
  }) => {
    const early = await placedOrder()
    const none = await client.get(ofOrder(early.number)).qs({ token: early.token })
    none.assertStatus(404)
    const { orderNumber, number } = await invoicedOrder()
    const own = await client.get(ofOrder(orderNumber)).qs({ token: orderToken(orderNumber) })
    own.assertStatus(200)
    own.assertHeader('content-disposition', `inline; filename="${number}.pdf"`)
    assert.include(own.header('cache-control') ?? '', 'no-store')
    const stranger = await client.get(ofOrder(orderNumber)).qs({ token: early.token })
    stranger.assertStatus(404)
    const nobody = await client.get(ofOrder(orderNumber))
    nobody.assertStatus(404)
  })
})
