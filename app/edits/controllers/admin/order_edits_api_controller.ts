import type { HttpContext } from '@adonisjs/core/http'
import { editOrder } from '#app/edits/edit_order'
import { orderEditValidator } from '#app/edits/edit_validators'
import { orderDetailAnswer } from '#app/orders/desk/desk_transformer'
import { orderEventsQuery, orderQuery } from '#app/orders/order_query'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { ifMatch } from '#app/platform/http/if_match'
import { actingStaff } from '#app/staff/acting_staff'
import { readAddress } from '#app/tunisia/read_address'

/** Changes of orders before anything of them has left. */
export default class OrderEditsApiController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { address, ...input } = await orderEditValidator.validate(ctx.request.body())
    const edit = { ...input, ...(address && { address: readAddress(address) }) }
    await editOrder(number, edit, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    const order = await orderQuery(number)
    return { data: orderDetailAnswer(order, await orderEventsQuery(order.id)) }
  }
}
