import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { promotionForm } from '#app/pricing/promotion_form'
import {
  PROMOTION_STATES,
  promotionFormValidator,
  promotionIdValidator,
  promotionListValidator,
} from '#app/pricing/promotion_validators'
import { promotionRowQuery, promotionsQuery, redemptionsQuery } from '#app/pricing/promotions_query'
import { changePromotion, createPromotion } from '#app/pricing/write_promotion'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What the shop gives, to whom, and how often it was used. */
export default class PromotionsController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(promotionListValidator, request.qs())
    const { page, nextCursor } = await promotionsQuery(asked, LIMIT, cursor)
    const list = { promotions: page, asked, states: PROMOTION_STATES, nextCursor, cursor }
    return view.render('admin/promotions/index', list)
  }

  async create({ view }: HttpContext) {
    return view.render('admin/promotions/create', await promotionForm())
  }

  async store(ctx: HttpContext) {
    const { version, ...input } = await ctx.request.validateUsing(promotionFormValidator)
    const id = await createPromotion(
      { ...input, minSubtotal: input.minSubtotal ?? 0 },
      actingStaff(ctx)
    )
    ctx.session.flash('done', 'promotions.saved')
    return ctx.response.seeOther(`/admin/promotions/${id}`)
  }

  async show({ params, request, view }: HttpContext) {
    const { id } = await promotionIdValidator.validate(params)
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const promotion = await promotionRowQuery(id)
    const [form, { page, nextCursor }] = await Promise.all([
      promotionForm(promotion),
      redemptionsQuery(id, LIMIT, cursor),
    ])
    return view.render('admin/promotions/show', { ...form, uses: page, nextCursor, cursor })
  }

  async update(ctx: HttpContext) {
    const { id } = await promotionIdValidator.validate(ctx.params)
    const { version, ...input } = await ctx.request.validateUsing(promotionFormValidator)
    const whole = { ...input, minSubtotal: input.minSubtotal ?? 0 }
    await changePromotion(id, whole, { version, acting: actingStaff(ctx) })
    ctx.session.flash('done', 'promotions.saved')
    return ctx.response.seeOther(`/admin/promotions/${id}`)
  }
}
