import vine from '@vinejs/vine'
import {
  couponValidator,
  itemQuantityValidator,
  itemSkuValidator,
  newItemValidator,
} from '#app/cart/cart_validators'
import { FITS } from '#app/fitment/verdicts_query'
import { moneySchema } from '#app/money/money_schema'
import { openTotalsSchema } from '#app/money/totals_schema'
import { COUPON_PROBLEMS } from '#app/pricing/coupon_problem'
import { appliedPromotions } from '#app/pricing/promotion_schema'
import { count, instant, one, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { AVAILABILITIES } from '#app/search/lists/listing_transformer'

const item = vine.object({
  sku: text(),
  slug: text(),
  name: text(),
  imageUrl: text().nullable(),
  quantity: count(),
  unitPrice: moneySchema().nullable(),
  lineTotal: moneySchema(),
  discount: moneySchema(),
  availability: vine.enum(AVAILABILITIES),
  vehicle: count().nullable(),
  fit: vine.enum(FITS).optional(),
})

const problem = vine.object({
  code: vine.enum([
    'unavailable',
    'out_of_stock',
    'insufficient_stock',
    'below_minimum',
    'not_in_packs',
    'price_changed',
    'does_not_fit',
    ...COUPON_PROBLEMS,
  ] as const),
  sku: text().optional(),
  coupon: text().optional(),
  missing: moneySchema().optional(),
  available: count().optional(),
  minimum: count().optional(),
  packSize: count().optional(),
  nearest: count().optional(),
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
      totals: openTotalsSchema(),
      coupon: vine.object({ code: text(), name: text(), applies: truth() }).nullable(),
      promotions: appliedPromotions(),
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
  'cart.coupon.store': {
    ...cart,
    summary:
      'Put a coupon into the cart, in place of another; problems tell why it does not count (yet)',
    body: couponValidator,
    problems: [404],
  },
  'cart.coupon.destroy': { ...cart, summary: 'Take the coupon out' },
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
