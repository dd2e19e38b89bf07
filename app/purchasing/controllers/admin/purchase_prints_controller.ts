import type { HttpContext } from '@adonisjs/core/http'
import { purchaseOrderQuery, totalOf } from '#app/purchasing/purchase_order_query'
import { purchaseNumberValidator } from '#app/purchasing/purchase_validators'

/** An order to a supplier on paper. */
export default class PurchasePrintsController {
  async show({ params, view }: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(params)
    const order = await purchaseOrderQuery(number)
    return view.render('admin/purchase_orders/print', { order, total: totalOf(order) })
  }
}
