import type { HttpContext } from '@adonisjs/core/http'
import { panelsFor } from '#app/platform/shell/navigation'
import { mayOf } from '#app/staff/acting_staff'
import { filtersOf } from '#app/platform/lists/filters_of'
import { ageOf } from '#app/orders/desk/age_of'
import { orderListValidator } from '#app/orders/desk/desk_validators'
import { methodTextOf } from '#app/orders/desk/method_text'
import { orderEntries } from '#app/orders/desk/order_entries'
import { orderQuery } from '#app/orders/order_query'
import { CALL_OUTCOMES } from '#app/orders/order_event'
import { mayHappen, ORDER_STATES } from '#app/orders/order_state'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { ordersQuery, waitingOrders } from '#app/orders/desk/orders_query'
import { whatsAppToConfirm } from '#app/orders/desk/whatsapp_to_confirm'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50
const words = { ageOf, shownPhone, methodTextOf }

/** The desk where orders are confirmed, cancelled and looked after. */
export default class DeskController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(orderListValidator, request.qs())
    const [{ page, nextCursor }, waiting] = await Promise.all([
      ordersQuery(asked, LIMIT, cursor),
      waitingOrders(),
    ])
    const list = { orders: page, asked, waiting, states: ORDER_STATES, nextCursor, cursor }
    return view.render('admin/orders/index', { ...words, ...list })
  }

  async show(ctx: HttpContext) {
    const { params, view, i18n } = ctx
    const { number } = await orderNumberValidator.validate(params)
    const order = await orderQuery(number)
    const [entries, panels] = await Promise.all([
      orderEntries(order.id, i18n),
      panelsFor('orders', order.id, mayOf(ctx), i18n),
    ])
    const canConfirm = mayHappen(order, 'order.confirmed')
    const canCancel = mayHappen(order, 'order.cancelled')
    const canEdit = mayHappen(order, 'order.edited')
    const can = { canConfirm, canCancel, canEdit, outcomes: CALL_OUTCOMES }
    const whatsApp =
      order.contact && canConfirm ? whatsAppToConfirm({ ...order, ...order.contact }) : null
    return view.render('admin/orders/show', { ...words, order, entries, panels, whatsApp, ...can })
  }
}
