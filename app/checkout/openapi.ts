import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { openTotalsSchema } from '#app/money/totals_schema'
import { orderFields } from '#app/orders/buyers/order_schema'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { appliedPromotions } from '#app/pricing/promotion_schema'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { addressFields, addressValidator } from '#app/tunisia/address'
import { completionSchema } from '#app/checkout/completion_schema'
import {
  checkoutIdValidator,
  completionValidator,
  shippingChoiceValidator,
} from '#app/checkout/checkout_validators'

const { items } = orderFields()

const session = vine.object({
  id: text(),
  state: vine.enum(['open', 'completed'] as const),
  expiresAt: instant(),
  items,
  totals: openTotalsSchema(),
  promotions: appliedPromotions(),
  shippingAddress: vine.object(addressFields()).nullable(),
  shippingOption: text().nullable(),
  paymentMethods: vine.array(vine.enum(PAYMENT_METHODS)),
})

const option = vine.object({
  id: text(),
  kind: vine.enum(['delivery', 'pickup'] as const),
  name: text(),
  price: moneySchema(),
  days: vine.object({ from: count(), to: count() }),
})

const tag = 'Checkout'
const customer = 'optional' as const
const step = { tag, customer, params: checkoutIdValidator, problems: [409] }

describeRoutes({
  'checkout.store': {
    tag,
    customer,
    summary: 'Begin to order the cart of X-Cart-Token; its stock is held for 15 minutes',
    status: 201,
    answer: one(session),
    problems: [409],
  },
  'checkout.show': {
    tag,
    customer,
    params: checkoutIdValidator,
    summary: 'A checkout',
    answer: one(session),
  },
  'checkout.address': {
    ...step,
    summary: 'Where it goes: governorate and delegation by name, in French or Arabic',
    body: addressValidator,
    answer: one(session),
  },
  'checkout.options': {
    ...step,
    summary: 'How it may get there, with price and days',
    answer: page(option),
  },
  'checkout.option': {
    ...step,
    summary: 'Choose how it gets there',
    body: shippingChoiceValidator,
    answer: one(session),
  },
  'checkout.complete': {
    ...step,
    answersOnce: 'required',
    summary: 'Place the order; needs an Idempotency-Key, and answers the same to the same key',
    body: completionValidator,
    status: 201,
    answer: completionSchema(),
  },
})
