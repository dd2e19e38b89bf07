import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { changePurchaseOrder, draftPurchaseOrder } from '#app/purchasing/draft_purchase_order'
import { purchaseOrderQuery, receiptsQuery } from '#app/purchasing/purchase_order_query'
import {
  purchaseItemAnswer,
  purchaseOrderAnswer,
  receiptAnswer,
} from '#app/purchasing/purchase_order_transformer'
import { purchaseOrdersQuery } from '#app/purchasing/purchase_orders_query'
import {
  purchaseInputValidator,
  purchaseListValidator,
  purchaseNumberValidator,
  purchasePatchValidator,
} from '#app/purchasing/purchase_validators'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Orders to suppliers as staff programs read and write them. */
export default class PurchaseOrdersApiController {
  async index(ctx: HttpContext) {
    const query = await purchaseListValidator.validate(ctx.request.qs())
    const { limit = ROWS, cursor, ...asked } = query
    const { page, nextCursor } = await purchaseOrdersQuery(asked, limit, cursor)
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    const data = page.map((order) => purchaseItemAnswer(order, mayKnowCosts))
    return { data, meta: { limit, nextCursor } }
  }

  async show(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    return answer(number, ctx)
  }

  async store(ctx: HttpContext) {
    const input = await purchaseInputValidator.validate(ctx.request.body())
    const number = await draftPurchaseOrder(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/purchase-orders/${number}`)
    return answer(number, ctx)
  }

  async update(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const input = await purchasePatchValidator.validate(ctx.request.body())
    await changePurchaseOrder(number, input, actingStaff(ctx))
    return answer(number, ctx)
  }
}

async function answer(number: string, ctx: HttpContext) {
  const order = await purchaseOrderQuery(number)
  const mayKnowCosts = staffOf(ctx).may('costs:read')
  const receipts = await receiptsQuery(order.id)
  return {
    data: {
      ...purchaseOrderAnswer(order, mayKnowCosts),
      receipts: receipts.map((receipt) => receiptAnswer(receipt, mayKnowCosts)),
    },
  }
}
