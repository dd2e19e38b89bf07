import vine from '@vinejs/vine'
import { contactSchema, orderFields, ownOrderSchema } from '#app/orders/buyers/order_schema'
import {
  orderCancellationValidator,
  orderNumberValidator,
  orderTokenValidator,
  orderTrackingValidator,
} from '#app/orders/buyers/order_validators'
import { one, page } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { pagingValidator } from '#app/platform/lists/paging_validator'

const tag = 'Orders'
const customer = 'optional' as const

const own = {
  tag,
  customer: 'required' as const,
  summary: 'The orders of this customer, newest first',
  query: pagingValidator,
  answer: page(ownOrderSchema()),
}

describeRoutes({
  'orders.index': own,
  'me.orders': own,
  'orders.show': {
    tag,
    customer,
    summary: 'An order, for whoever has its token or placed it',
    params: orderNumberValidator,
    query: orderTokenValidator,
    answer: one(vine.object({ ...orderFields(), contact: contactSchema().nullable() })),
  },
  'orders.cancel': {
    tag,
    customer,
    summary: 'Cancel an order that the shop has not confirmed; its pieces are free again',
    params: orderNumberValidator,
    query: orderTokenValidator,
    body: orderCancellationValidator,
    answer: one(vine.object(orderFields())),
    problems: [409],
  },
  'orders.track': {
    tag,
    customer,
    summary: 'An order by its number and the last four digits of the telephone',
    body: orderTrackingValidator,
    answer: one(vine.object(orderFields())),
    problems: [404],
  },
})
