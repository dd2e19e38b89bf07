import type { HttpContext } from '@adonisjs/core/http'
import {
  brandIdValidator,
  brandInputValidator,
  staffBrandListValidator,
} from '#app/catalogue/brands/brand_validators'
import { staffBrandQuery, staffBrandsQuery } from '#app/catalogue/brands/staff_brands_query'
import { createBrand, deleteBrand, updateBrand } from '#app/catalogue/brands/write_brand'
import { notFound } from '#app/platform/http/problem'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** Brands in the browser. */
export default class BrandsController {
  async index({ request, view }: HttpContext) {
    const query = await filtersOf(staffBrandListValidator, request.qs())
    const { page, nextCursor } = await staffBrandsQuery(LIMIT, query)
    const link = listAddress(request.url(), request.parsedUrl.query ?? '')
    return view.render('admin/brands/index', { brands: page, nextCursor, link, ...query })
  }

  async create({ view }: HttpContext) {
    return view.render('admin/brands/edit')
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(brandInputValidator)
    const { name } = await createBrand(input, actingStaff(ctx))
    return this.#back(ctx, 'brands.created', name)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await brandIdValidator.validate(params)
    const brand = await staffBrandQuery(id)
    if (!brand) throw notFound('brand')
    return view.render('admin/brands/edit', { brand })
  }

  async update(ctx: HttpContext) {
    const { id } = await brandIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(brandInputValidator)
    const { name } = await updateBrand(id, input, actingStaff(ctx))
    return this.#back(ctx, 'brands.saved', name)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await brandIdValidator.validate(ctx.params)
    const { name } = await deleteBrand(id, actingStaff(ctx))
    return this.#back(ctx, 'brands.deleted', name)
  }

  #back({ session, response }: HttpContext, key: string, name: string) {
    session.flash('done', { key, data: { name } })
    return response.seeOther('/admin/brands')
  }
}
