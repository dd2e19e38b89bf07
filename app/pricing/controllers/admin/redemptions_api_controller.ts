import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { promotionIdValidator } from '#app/pricing/promotion_validators'
import { promotionRowQuery, redemptionsQuery } from '#app/pricing/promotions_query'
import { redemptionAnswer } from '#app/pricing/staff_promotion_transformer'

/** Who used a promotion, and for how much. */
export default class RedemptionsApiController {
  async index({ params, request }: HttpContext) {
    const { id } = await promotionIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    await promotionRowQuery(id)
    const { page, nextCursor } = await redemptionsQuery(id, limit, cursor)
    return { data: page.map(redemptionAnswer), meta: { limit, nextCursor } }
  }
}
