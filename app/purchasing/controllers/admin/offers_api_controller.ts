import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { supplierOffersQuery } from '#app/purchasing/supplier_offers_query'
import { offerAnswer } from '#app/purchasing/supplier_transformer'
import {
  offerInputValidator,
  offerPlaceValidator,
  supplierIdValidator,
} from '#app/purchasing/supplier_validators'
import { supplierQuery } from '#app/purchasing/suppliers_query'
import { deleteOffer, writeOffer } from '#app/purchasing/write_offer'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** What suppliers ask for products, as staff programs read and write it. */
export default class OffersApiController {
  async index(ctx: HttpContext) {
    const { id } = await supplierIdValidator.validate(ctx.params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(ctx.request.qs())
    await supplierQuery(id)
    const { page, nextCursor } = await supplierOffersQuery(id, limit, cursor)
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    const data = page.map((offer) => offerAnswer(offer, mayKnowCosts))
    return { data, meta: { limit, nextCursor } }
  }

  async update(ctx: HttpContext) {
    const { id, productId } = await offerPlaceValidator.validate(ctx.params)
    const input = await offerInputValidator.validate(ctx.request.body())
    await writeOffer({ supplierId: id, productId }, input, actingStaff(ctx))
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const { id, productId } = await offerPlaceValidator.validate(ctx.params)
    await deleteOffer({ supplierId: id, productId }, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
