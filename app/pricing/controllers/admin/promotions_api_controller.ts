import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { ROWS } from '#app/platform/lists/rows'
import {
  promotionIdValidator,
  promotionListValidator,
  promotionValidator,
} from '#app/pricing/promotion_validators'
import { promotionRowQuery, promotionsQuery } from '#app/pricing/promotions_query'
import { staffPromotionAnswer } from '#app/pricing/staff_promotion_transformer'
import { changePromotion, createPromotion } from '#app/pricing/write_promotion'
import { actingStaff } from '#app/staff/acting_staff'

export default class PromotionsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await promotionListValidator.validate(request.qs())
    const { page, nextCursor } = await promotionsQuery(asked, limit, cursor)
    return { data: page.map(staffPromotionAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await promotionIdValidator.validate(params)
    return { data: staffPromotionAnswer(await promotionRowQuery(id)) }
  }

  async store(ctx: HttpContext) {
    const input = await promotionValidator.validate(ctx.request.body())
    const id = await createPromotion(input, actingStaff(ctx))
    ctx.response.status(201)
    return { data: staffPromotionAnswer(await promotionRowQuery(id)) }
  }

  async update(ctx: HttpContext) {
    const { id } = await promotionIdValidator.validate(ctx.params)
    const input = await promotionValidator.validate(ctx.request.body())
    await changePromotion(id, input, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return this.show(ctx)
  }
}
