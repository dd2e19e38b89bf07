import type { HttpContext } from '@adonisjs/core/http'
import { categoriesInTree } from '#app/catalogue/categories/categories_in_tree'
import {
  categoryIdValidator,
  categoryInputValidator,
} from '#app/catalogue/categories/category_validators'
import {
  categoryTreeQuery,
  staffCategoryQuery,
} from '#app/catalogue/categories/staff_categories_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import {
  createCategory,
  deleteCategory,
  updateCategory,
} from '#app/catalogue/categories/write_category'
import { notFound } from '#app/platform/http/problem'
import { actingStaff } from '#app/staff/acting_staff'

/** The category tree in the browser. */
export default class CategoriesController {
  async index({ view }: HttpContext) {
    return view.render('admin/categories/index', { categories: await categoryTreeQuery() })
  }

  async create({ request, view }: HttpContext) {
    const { parent } = request.qs()
    return view.render('admin/categories/edit', { parent, parents: await parents() })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(categoryInputValidator)
    const { nameFr } = await createCategory(input, actingStaff(ctx))
    return this.#back(ctx, 'categories.created', nameFr)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await categoryIdValidator.validate(params)
    const category = await staffCategoryQuery(id)
    if (!category) throw notFound('category')
    const parent = category.slug.split('/').slice(0, -1).join('/')
    return view.render('admin/categories/edit', { category, parent, parents: await parents() })
  }

  async update(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    const { parent = null, ...input } = await ctx.request.validateUsing(categoryInputValidator)
    const { nameFr } = await updateCategory(id, { ...input, parent }, actingStaff(ctx))
    return this.#back(ctx, 'categories.saved', nameFr)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await categoryIdValidator.validate(ctx.params)
    const { nameFr } = await deleteCategory(id, actingStaff(ctx))
    return this.#back(ctx, 'categories.deleted', nameFr)
  }

  #back({ session, response }: HttpContext, key: string, name: string) {
    session.flash('done', { key, data: { name } })
    return response.seeOther('/admin/categories')
  }
}

const parents = async () => categoriesInTree(await taxonomy())
