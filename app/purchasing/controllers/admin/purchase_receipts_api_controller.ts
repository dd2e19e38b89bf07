import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { readKey } from '#app/platform/idempotency/read_key'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import { expectCostRights } from '#app/purchasing/expect_cost_rights'
import { purchaseNumberValidator, receiptValidator } from '#app/purchasing/purchase_validators'
import { receiveDelivery } from '#app/purchasing/receive_delivery'
import { actingStaff } from '#app/staff/acting_staff'

export default class PurchaseReceiptsApiController {
  async store(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const delivery = await receiptValidator.validate(ctx.request.body())
    expectCostRights(ctx, delivery)
    const hasKey = ctx.request.header('idempotency-key') !== undefined
    const key = hasKey ? readKey(ctx) : randomUUID()
    const receipt = await receiveDelivery(number, key, delivery, actingStaff(ctx))
    if (!receipt.isNew) ctx.response.header('Idempotency-Replayed', 'true')
    const { state } = await purchaseOrderQuery(number)
    ctx.response.status(201)
    return { data: { number: receipt.number, state } }
  }
}
