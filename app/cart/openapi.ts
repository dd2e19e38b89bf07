import vine from '@vinejs/vine'
import {
  itemQuantityValidator,
  itemSkuValidator,
  newItemValidator,
} from '#app/cart/cart_validators'
import { FITS } from '#app/fitment/verdicts_query'
import { moneySchema } from '#app/money/money_schema'
import { count, instant, one } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { AVAILABILITIES } from '#app/search/listing_transformer'

const text = () => vine.string()

const item = vine.object({
  sku: text(),
  slug: text(),
  name: text(),
  imageUrl: text().nullable(),
  quantity: count(),
  unitPrice: moneySchema().nullable(),
  lineTotal: moneySchema(),
  availability: vine.enum(AVAILABILITIES),
  vehicle: count().nullable(),
  fit: vine.enum(FITS).optional(),
})

/** Totals of a cart or an order in an answer; shipping is null until it is known. */
export const totalsSchema = () =>
  vine.object({
    subtotal: moneySchema(),
    discount: moneySchema(),
    shipping: moneySchema().nullable(),
    tax: moneySchema(),
    total: moneySchema(),
  })

const problem = vine.object({
  code: vine.enum([
    'unavailable',
    'out_of_stock',
    'insufficient_stock',
    'price_changed',
    'does_not_fit',
  ] as const),
  sku: text(),
  available: count().optional(),
  before: moneySchema().optional(),
  after: moneySchema().optional(),
  vehicle: count().optional(),
})

const cart = {
  tag: 'Cart',
  customer: 'optional' as const,
  answer: one(
    vine.object({
      token: text().nullable(),
      items: vine.array(item),
      totals: totalsSchema(),
      problems: vine.array(problem),
      expiresAt: instant().nullable(),
    })
  ),
}

describeRoutes({
  'cart.show': {
    ...cart,
    summary: 'The cart of the customer, or of X-Cart-Token, at the prices of now',
  },
  'cart.destroy': { ...cart, summary: 'Empty the cart' },
  'cart.items.store': {
    ...cart,
    summary:
      'Put pieces in; without a login or a token, into a new cart whose token the answer holds',
    body: newItemValidator,
    status: 201,
    problems: [404],
  },
  'cart.items.update': {
    ...cart,
    summary: 'Change how many',
    params: itemSkuValidator,
    body: itemQuantityValidator,
  },
  'cart.items.destroy': { ...cart, summary: 'Take a product out', params: itemSkuValidator },
})
