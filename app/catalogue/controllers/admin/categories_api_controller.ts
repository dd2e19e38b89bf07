import type { HttpContext } from '@adonisjs/core/http'
import {
  categoryIdValidator,
  categoryInputValidator,
  categoryPatchValidator,
} from '#app/catalogue/categories/category_validators'
import {
  staffCategoriesQuery,
  staffCategoryQuery,
} from '#app/catalogue/categories/staff_categories_query'
import { staffCategory } from '#app/catalogue/categories/staff_category_transformer'
import {
  createCategory,
  deleteCategory,
  updateCategory,
} from '#app/catalogue/categories/write_category'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** The category tree as staff programs read and write it. */
export default class CategoriesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await staffCategoriesQuery(limit, cursor)
    return { data: page.map(staffCategory), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await categoryIdValidator.validate(params)
    return answer(id)
  }

  async store(ctx: HttpContext) {
    const input = await categoryInputValidator.validate(ctx.request.body())
    const { id } = await createCategory(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/categories/${id}`)
    return answer(id)
  }

  async update(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    const input = await categoryPatchValidator.validate(ctx.request.body())
    await updateCategory(id, input, actingStaff(ctx))
    return answer(id)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    await deleteCategory(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}

async function answer(id: number) {
  const category = await staffCategoryQuery(id)
  if (!category) throw notFound('category')
  return { data: staffCategory(category) }
}
