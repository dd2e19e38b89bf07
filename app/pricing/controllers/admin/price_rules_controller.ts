import type { HttpContext } from '@adonisjs/core/http'
import {
  priceListIdValidator,
  priceRuleFormValidator,
  priceRuleIdValidator,
} from '#app/pricing/price_list_validators'
import { removePriceRule, setPriceRule } from '#app/pricing/write_price_rule'
import { actingStaff } from '#app/staff/acting_staff'

/** What a price list says about products, brands and categories. */
export default class PriceRulesController {
  async store(ctx: HttpContext) {
    const { id } = await priceListIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(priceRuleFormValidator)
    await setPriceRule(id, input, { acting: actingStaff(ctx) })
    ctx.session.flash('done', 'price_lists.rule_saved')
    return ctx.response.seeOther(`/admin/price-lists/${id}`)
  }

  async destroy(ctx: HttpContext) {
    const { id, ruleId } = await priceRuleIdValidator.validate(ctx.params)
    await removePriceRule(id, ruleId, { acting: actingStaff(ctx) })
    ctx.session.flash('done', 'price_lists.rule_removed')
    return ctx.response.seeOther(`/admin/price-lists/${id}`)
  }
}
