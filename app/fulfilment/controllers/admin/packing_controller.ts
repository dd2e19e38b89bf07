import type { HttpContext } from '@adonisjs/core/http'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { piecesInForm } from '#app/fulfilment/lines_of_form'
import { packingPage } from '#app/fulfilment/packing_page'
import { shipmentFormValidator } from '#app/fulfilment/shipment_validators'
import { methodTextOf } from '#app/orders/desk/method_text'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** An order on the packing table: what to pick, what leaves, what became of its parcels. */
export default class PackingController {
  async show({ params, view }: HttpContext) {
    const { number } = await orderNumberValidator.validate(params)
    return view.render('admin/shipments/packing', { ...(await packingPage(number)), methodTextOf })
  }

  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { quantity, ...parcel } = await ctx.request.validateUsing(shipmentFormValidator)
    const { left } = await packingPage(number)
    const lines = piecesInForm(left, quantity)
    await dispatchParcel({ orderNumber: number, ...parcel, lines }, actingStaff(ctx))
    ctx.session.flash('done', 'shipments.is_out')
    return ctx.response.seeOther(`/admin/shipments/orders/${number}`)
  }
}
