import vine from '@vinejs/vine'
import { completionSchema } from '#app/checkout/completion_schema'
import { moneySchema } from '#app/money/money_schema'
import { orderFields } from '#app/orders/buyers/order_schema'
import { appliedPromotions } from '#app/pricing/promotion_schema'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { QUOTE_STATES } from '#app/quotes/quote'
import {
  acceptanceValidator,
  buyersAcceptanceValidator,
  extensionValidator,
  quoteListValidator,
  quoteNumberValidator,
  quoteTokenValidator,
  refusalValidator,
  wishValidator,
} from '#app/quotes/quote_validators'

const quoteFields = () => ({
  number: text(),
  state: vine.enum(QUOTE_STATES),
  expiresAt: instant(),
  vehicle: text().nullable(),
  items: orderFields().items,
  promotions: appliedPromotions(),
  total: moneySchema(),
  orderNumber: text().nullable(),
})

const item = vine.object({
  number: text(),
  state: vine.enum(QUOTE_STATES),
  pieces: count(),
  total: moneySchema(),
  expiresAt: instant(),
  createdAt: instant(),
  orderNumber: text().nullable(),
  customer: vine.object({ fullName: text(), phone: text() }).nullable(),
})

const detail = vine.object({
  ...quoteFields(),
  contact: vine.object({ fullName: text(), phone: text(), email: text().nullable() }).nullable(),
  reason: text().nullable(),
  createdAt: instant(),
})

const tag = 'Quotes'
const customer = 'optional' as const
const staff = { tag: 'Quotes (staff)', staff: true }
const change = { ...staff, params: quoteNumberValidator, problems: [409] }

describeRoutes({
  'quotes.store': {
    tag,
    customer,
    summary: 'A quote whose pieces are held, and a message about it for WhatsApp',
    body: wishValidator,
    status: 201,
    answer: one(vine.object({ ...quoteFields(), token: text(), whatsappUrl: text() })),
    problems: [404, 409],
  },
  'quotes.show': {
    tag,
    customer,
    summary: 'A quote, for whoever has its token',
    params: quoteNumberValidator,
    query: quoteTokenValidator,
    answer: one(vine.object(quoteFields())),
  },
  'quotes.accept': {
    tag,
    customer,
    answersOnce: 'required',
    summary: 'Order what was quoted, with the pieces that are held; needs an Idempotency-Key',
    params: quoteNumberValidator,
    body: buyersAcceptanceValidator,
    status: 201,
    answer: completionSchema(),
    problems: [409],
  },
  'admin.quotes.index': {
    ...staff,
    summary: 'Quotes, newest first; q is a number or a telephone',
    query: quoteListValidator,
    answer: page(item),
  },
  'admin.quotes.show': {
    ...staff,
    params: quoteNumberValidator,
    summary: 'A quote with whom it is for',
    answer: one(detail),
  },
  'admin.quotes.accept': {
    ...change,
    summary: 'The buyer has accepted on the telephone',
    body: acceptanceValidator,
    status: 201,
    answer: one(vine.object({ orderNumber: text() })),
  },
  'admin.quotes.extend': {
    ...change,
    summary: 'Hold its pieces for so many hours from now',
    body: extensionValidator,
    answer: one(detail),
  },
  'admin.quotes.refuse': {
    ...change,
    summary: 'Nobody wants it: its pieces are free again',
    body: refusalValidator,
    status: 204,
  },
})
