import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { priceRuleAnswer } from '#app/pricing/price_list_transformer'
import {
  priceListIdValidator,
  priceRuleIdValidator,
  priceRuleValidator,
} from '#app/pricing/price_list_validators'
import { priceListRowQuery } from '#app/pricing/price_lists_query'
import { priceRuleRowQuery, priceRulesQuery } from '#app/pricing/price_rules_query'
import { removePriceRule, setPriceRule } from '#app/pricing/write_price_rule'
import { actingStaff } from '#app/staff/acting_staff'

/** What price lists say, as programs read and write it. */
export default class PriceRulesApiController {
  async index({ params, request }: HttpContext) {
    const { id } = await priceListIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    await priceListRowQuery(id)
    const { page, nextCursor } = await priceRulesQuery(id, limit, cursor)
    return { data: page.map(priceRuleAnswer), meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    const input = await priceRuleValidator.validate(ctx.request.body())
    const seen = { version: ifMatch(ctx), acting: actingStaff(ctx) }
    const ruleId = await setPriceRule(id, input, seen)
    ctx.response.status(201)
    return { data: priceRuleAnswer(await priceRuleRowQuery(id, ruleId)) }
  }

  async destroy(ctx: HttpContext) {
    const { id, ruleId } = await priceRuleIdValidator.validate(ctx.params)
    await removePriceRule(id, ruleId, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return ctx.response.noContent()
  }
}
