import { orderEditValidator } from '#app/edits/edit_validators'
import { orderDetailSchema } from '#app/orders/desk/desk_openapi'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { one } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

describeRoutes({
  'admin.orders.edit': {
    tag: 'Orders (staff)',
    staff: true,
    summary:
      'Change lines, address or delivery before anything has left; what is paid only gets cheaper. Lines are all of them then, kept ones keep their price',
    params: orderNumberValidator,
    body: orderEditValidator,
    answer: one(orderDetailSchema()),
    problems: [400, 409, 412],
  },
})
