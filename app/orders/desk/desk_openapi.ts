import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import {
  callValidator,
  cancellationValidator,
  noteValidator,
  orderListValidator,
} from '#app/orders/desk/desk_validators'
import { contactSchema, orderFields } from '#app/orders/buyers/order_schema'
import { DELIVERY_STATES, ORDER_STATES, PAYMENT_STATES } from '#app/orders/order_state'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'

const item = vine.object({
  number: text(),
  state: vine.enum(ORDER_STATES),
  paymentState: vine.enum(PAYMENT_STATES),
  deliveryState: vine.enum(DELIVERY_STATES),
  paymentMethod: text(),
  governorate: text(),
  pieces: count(),
  total: moneySchema(),
  placedAt: instant(),
  stateSince: instant(),
  customer: vine
    .object({ fullName: text().nullable(), phone: text().nullable(), isWalkIn: vine.boolean() })
    .nullable(),
})

const event = vine.object({
  version: count(),
  type: text(),
  at: instant(),
  actor: text(),
  data: vine.any().meta({ type: 'object' }),
})

/** An order with all that has happened to it. */
export const orderDetailSchema = () =>
  vine.object({
    ...orderFields(),
    version: count(),
    contact: contactSchema().nullable(),
    events: vine.array(event),
  })

const staff = { tag: 'Orders (staff)', staff: true }
const change = { ...staff, params: orderNumberValidator, status: 204, problems: [409] }

describeRoutes({
  'admin.orders.index': {
    ...staff,
    summary: 'Orders, newest first; q is a number, a name, a telephone or part of one',
    query: orderListValidator,
    answer: page(item),
  },
  'admin.orders.show': {
    ...staff,
    params: orderNumberValidator,
    summary: 'An order with all that has happened to it',
    answer: one(orderDetailSchema()),
  },
  'admin.orders.confirm': { ...change, summary: 'The buyer was reached and means it' },
  'admin.orders.cancel': {
    ...change,
    summary: 'Cancel before it leaves; its pieces are free again',
    body: cancellationValidator,
  },
  'admin.orders.call': { ...change, summary: 'The buyer was called', body: callValidator },
  'admin.orders.note': { ...change, summary: 'Something to know about it', body: noteValidator },
})
