import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { totalsSchema } from '#app/money/totals_schema'
import { count, instant, text } from '#app/platform/openapi/answers'
import { DELIVERY_STATES, ORDER_STATES, PAYMENT_STATES } from '#app/orders/order_state'

/** An order in an answer. */
export const orderFields = () => ({
  number: text(),
  state: vine.enum(ORDER_STATES),
  paymentState: vine.enum(PAYMENT_STATES),
  deliveryState: vine.enum(DELIVERY_STATES),
  paymentMethod: text(),
  placedAt: instant(),
  items: vine.array(
    vine.object({
      sku: text(),
      name: text(),
      quantity: count(),
      unitPrice: moneySchema(),
      lineTotal: moneySchema(),
      discount: moneySchema(),
    })
  ),
  totals: totalsSchema(),
  shippingOption: text(),
  governorate: text(),
  shipments: vine.array(
    vine.object({ carrier: text(), trackingNumber: text().nullable(), shippedAt: instant() })
  ),
})

/** An order among those of a customer. */
export const ownOrderSchema = () => {
  const { number, state, paymentState, deliveryState, paymentMethod, placedAt } = orderFields()
  const states = { number, state, paymentState, deliveryState, paymentMethod, placedAt }
  return vine.object({ ...states, pieces: count(), total: moneySchema() })
}

export const contactSchema = () =>
  vine.object({
    fullName: text().nullable(),
    phone: text().nullable(),
    email: text().nullable(),
    delegation: text(),
    address: text(),
    postalCode: text().nullable(),
    notes: text().nullable(),
    /** Bought at the counter, perhaps without saying a name or a telephone. */
    isWalkIn: vine.boolean(),
  })
