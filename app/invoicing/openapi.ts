import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { count, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { orderNumberValidator, orderTokenValidator } from '#app/orders/buyers/order_validators'
import { DOCUMENT_TYPES } from '#app/invoicing/invoice'
import {
  creditNoteValidator,
  invoiceListValidator,
  invoiceNumberValidator,
  invoiceValidator,
} from '#app/invoicing/invoice_validators'

const item = () => ({
  number: text(),
  type: vine.enum(DOCUMENT_TYPES),
  orderNumber: text(),
  creditsNumber: text().nullable(),
  issuedOn: text(),
  buyer: vine.object({
    name: text().nullable(),
    taxId: text().nullable(),
    address: text().nullable(),
    isTaxIdDoubtful: vine.boolean(),
  }),
  reason: text().nullable(),
  net: moneySchema(),
  tax: moneySchema(),
  stamp: moneySchema(),
  total: moneySchema(),
  credited: moneySchema(),
})

const amounts = () => ({ net: moneySchema(), tax: moneySchema(), gross: moneySchema() })

const detail = () =>
  vine.object({
    ...item(),
    seller: vine.object({
      ...{ name: text(), taxId: text(), address: text() },
      ...{ phone: text().nullable(), register: text().nullable() },
    }),
    totalInWords: text(),
    rates: vine.array(vine.object({ taxRate: count(), ...amounts() })),
    lines: vine.array(
      vine.object({
        ...{ sku: text(), name: text(), quantity: count(), taxRate: count() },
        ...{ unitPrice: moneySchema(), discount: moneySchema(), ...amounts() },
      })
    ),
  })

const staff = { tag: 'Invoices (staff)', staff: true }

const asPdf = { contentType: 'application/pdf', answer: text() }

describeRoutes({
  'orders.invoice': {
    tag: 'Orders',
    summary: 'The invoice of an order as a PDF, for whoever has its token or placed it',
    params: orderNumberValidator,
    query: orderTokenValidator,
    ...asPdf,
  },
  'admin.invoices.pdf': {
    ...staff,
    params: invoiceNumberValidator,
    summary: 'An invoice or a credit note as a PDF; always the same bytes',
    ...asPdf,
  },
  'admin.invoices.index': {
    ...staff,
    summary: 'Invoices and credit notes, newest first; q is a number of a document or an order',
    query: invoiceListValidator,
    answer: page(vine.object(item())),
  },
  'admin.invoices.show': {
    ...staff,
    params: invoiceNumberValidator,
    summary: 'An invoice or a credit note with all that is printed on it',
    answer: one(detail()),
  },
  'admin.invoices.store': {
    ...staff,
    summary: 'Issue the invoice of an order that is paid or has left; it never changes again',
    body: invoiceValidator,
    status: 201,
    answer: one(detail()),
    problems: [404, 409],
  },
  'admin.invoices.credit': {
    ...staff,
    params: invoiceNumberValidator,
    answersOnce: 'required',
    summary:
      'Credit pieces, an amount, or all that is left of an invoice; needs an Idempotency-Key',
    body: creditNoteValidator,
    status: 201,
    answer: one(detail()),
    problems: [409],
  },
})
