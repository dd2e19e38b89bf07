import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { fitmentItem, ruleItem } from '#app/fitment/fitment_transformer'
import { fitmentRulesQuery } from '#app/fitment/rules/fitment_rules_query'
import { fitmentRuleValidator, fitmentValidator } from '#app/fitment/fitment_validators'
import { productFitmentsQuery } from '#app/fitment/fitments_query'
import { removeRule } from '#app/fitment/rules/remove_fitment'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { localeOf } from '#app/platform/http/locale'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** What a product fits, for staff programs: all rules, and the vehicles page by page. */
export default class ProductFitmentsApiController {
  async index(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(ctx.request.qs())
    await findProduct(id)
    const { page, nextCursor } = await productFitmentsQuery(id, limit, cursor)
    const [rules, vehicles] = [await fitmentRulesQuery(id), await vehicleCatalogue()]
    const data = {
      rules: rules.map((rule) => ruleItem(rule, vehicles)),
      vehicles: page.map((row) => fitmentItem(row, vehicles, localeOf(ctx))),
    }
    return { data, meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const input = await fitmentValidator.validate(ctx.request.body())
    const data = await addFitment(id, input, actingStaff(ctx))
    ctx.response.status(201)
    return { data }
  }

  async destroy(ctx: HttpContext) {
    const { id, ruleId } = await fitmentRuleValidator.validate(ctx.params)
    await removeRule(id, ruleId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
