import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { priceListForm, ruleSubjects } from '#app/pricing/price_list_form'
import {
  PRICE_LIST_STATES,
  priceListFormValidator,
  priceListIdValidator,
  priceListsValidator,
} from '#app/pricing/price_list_validators'
import { priceListRowQuery, priceListsQuery } from '#app/pricing/price_lists_query'
import { priceRulesQuery } from '#app/pricing/price_rules_query'
import { changePriceList, createPriceList, deletePriceList } from '#app/pricing/write_price_list'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** Prices for groups, for quantities, for days. */
export default class PriceListsController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(priceListsValidator, request.qs())
    const { page, nextCursor } = await priceListsQuery(asked, LIMIT, cursor)
    const list = { lists: page, asked, states: PRICE_LIST_STATES, nextCursor, cursor }
    return view.render('admin/price_lists/index', list)
  }

  async create({ view }: HttpContext) {
    return view.render('admin/price_lists/create', await priceListForm())
  }

  async store(ctx: HttpContext) {
    const { version, ...input } = await ctx.request.validateUsing(priceListFormValidator)
    const whole = { ...input, minQuantity: input.minQuantity ?? 1 }
    const id = await createPriceList(whole, actingStaff(ctx))
    ctx.session.flash('done', 'price_lists.saved')
    return ctx.response.seeOther(`/admin/price-lists/${id}`)
  }

  async show({ params, request, view }: HttpContext) {
    const { id } = await priceListIdValidator.validate(params)
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const list = await priceListRowQuery(id)
    const [form, subjects, { page, nextCursor }] = await Promise.all([
      priceListForm(list),
      ruleSubjects(),
      priceRulesQuery(id, LIMIT, cursor),
    ])
    const rules = { rules: page, nextCursor, cursor }
    return view.render('admin/price_lists/show', { ...form, ...subjects, ...rules })
  }

  async update(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    const { version, ...input } = await ctx.request.validateUsing(priceListFormValidator)
    const whole = { ...input, minQuantity: input.minQuantity ?? 1 }
    await changePriceList(id, whole, { version, acting: actingStaff(ctx) })
    ctx.session.flash('done', 'price_lists.saved')
    return ctx.response.seeOther(`/admin/price-lists/${id}`)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    const name = await deletePriceList(id, { acting: actingStaff(ctx) })
    ctx.session.flash('done', { key: 'price_lists.deleted', data: { name } })
    return ctx.response.seeOther('/admin/price-lists')
  }
}
