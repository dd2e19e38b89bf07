import type { HttpContext } from '@adonisjs/core/http'
import {
  categoryIdValidator,
  categoryStepValidator,
} from '#app/catalogue/categories/category_validators'
import { stepCategory } from '#app/catalogue/categories/step_category'
import { actingStaff } from '#app/staff/acting_staff'

/** Moving a category up or down among its siblings, by button and so by keyboard. */
export default class CategoryStepsController {
  async store(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    const { step } = await ctx.request.validateUsing(categoryStepValidator)
    await stepCategory(id, step, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/categories#category-${id}`)
  }
}
