import type { HttpContext } from '@adonisjs/core/http'
import { locationsQuery } from '#app/inventory/stock_levels_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { changePurchaseOrder, draftPurchaseOrder } from '#app/purchasing/draft_purchase_order'
import { purchaseOrderPage } from '#app/purchasing/purchase_order_page'
import { PURCHASE_STATES } from '#app/purchasing/purchase_order_state'
import { countLateOrders, purchaseOrdersQuery } from '#app/purchasing/purchase_orders_query'
import {
  newPurchaseFormValidator,
  purchaseFactsFormValidator,
  purchaseListValidator,
  purchaseNumberValidator,
} from '#app/purchasing/purchase_validators'
import { activeSuppliers } from '#app/purchasing/suppliers_query'
import { actingStaff, mayOf } from '#app/staff/acting_staff'

const LIMIT = 50

/** Orders to suppliers in the browser. */
export default class PurchaseOrdersController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(purchaseListValidator, request.qs())
    const [{ page, nextCursor }, late] = await Promise.all([
      purchaseOrdersQuery(asked, LIMIT, cursor),
      countLateOrders(),
    ])
    const list = { orders: page, asked, late, states: PURCHASE_STATES, nextCursor, cursor }
    return view.render('admin/purchase_orders/index', list)
  }

  async create({ request, view }: HttpContext) {
    const { supplierId } = await filtersOf(purchaseListValidator, request.qs())
    const [suppliers, places] = await Promise.all([activeSuppliers(), locationsQuery()])
    return view.render('admin/purchase_orders/create', { suppliers, places, supplierId })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(newPurchaseFormValidator)
    const number = await draftPurchaseOrder(input, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/purchase-orders/${number}`)
  }

  async show(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const reader = { i18n: ctx.i18n, may: mayOf(ctx) }
    return ctx.view.render('admin/purchase_orders/show', await purchaseOrderPage(number, reader))
  }

  async update(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const facts = await ctx.request.validateUsing(purchaseFactsFormValidator)
    await changePurchaseOrder(number, facts, actingStaff(ctx))
    ctx.session.flash('done', 'purchases.saved')
    return ctx.response.seeOther(`/admin/purchase-orders/${number}`)
  }
}
