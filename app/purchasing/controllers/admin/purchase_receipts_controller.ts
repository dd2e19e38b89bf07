import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { expectCostRights } from '#app/purchasing/expect_cost_rights'
import { countedInForm } from '#app/purchasing/lines_of_form'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import { purchaseNumberValidator, receiptFormValidator } from '#app/purchasing/purchase_validators'
import { receiveDelivery } from '#app/purchasing/receive_delivery'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking a delivery in, with a telephone in the warehouse. */
export default class PurchaseReceiptsController {
  async create({ params, view }: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(params)
    const order = await purchaseOrderQuery(number)
    return view.render('admin/purchase_orders/receive', { order, key: randomUUID() })
  }

  async store(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const typed = await ctx.request.validateUsing(receiptFormValidator)
    const { key, deliveryNote, acceptOver, updateCosts } = typed
    const lines = countedInForm(await purchaseOrderQuery(number), typed)
    expectCostRights(ctx, { updateCosts, lines })
    const delivery = { deliveryNote, acceptOver, updateCosts, lines }
    const receipt = await receiveDelivery(number, key, delivery, actingStaff(ctx))
    ctx.session.flash('done', { key: 'purchases.received', data: { number: receipt.number } })
    return ctx.response.seeOther(`/admin/purchase-orders/${number}`)
  }
}
