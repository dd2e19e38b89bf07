import type { HttpContext } from '@adonisjs/core/http'
import {
  categoryIdValidator,
  categoryPlaceValidator,
} from '#app/catalogue/categories/category_validators'
import { updateCategory } from '#app/catalogue/categories/write_category'
import { actingStaff } from '#app/staff/acting_staff'

/** Putting a category elsewhere in the tree, by dragging it. */
export default class CategoryPlacesController {
  async store(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    const { parent = null, position } = await ctx.request.validateUsing(categoryPlaceValidator)
    const { nameFr } = await updateCategory(id, { parent, position }, actingStaff(ctx))
    ctx.session.flash('done', { key: 'categories.moved', data: { name: nameFr } })
    return ctx.response.seeOther(`/admin/categories#category-${id}`)
  }
}
