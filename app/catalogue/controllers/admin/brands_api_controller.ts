import type { HttpContext } from '@adonisjs/core/http'
import {
  brandIdValidator,
  brandInputValidator,
  brandPatchValidator,
  staffBrandListValidator,
} from '#app/catalogue/brands/brand_validators'
import { staffBrand } from '#app/catalogue/brands/staff_brand_transformer'
import { staffBrandQuery, staffBrandsQuery } from '#app/catalogue/brands/staff_brands_query'
import { createBrand, deleteBrand, updateBrand } from '#app/catalogue/brands/write_brand'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Brands as staff programs read and write them. */
export default class BrandsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, ...query } = await staffBrandListValidator.validate(request.qs())
    const { page, nextCursor } = await staffBrandsQuery(limit, query)
    return { data: page.map(staffBrand), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await brandIdValidator.validate(params)
    return answer(id)
  }

  async store(ctx: HttpContext) {
    const input = await brandInputValidator.validate(ctx.request.body())
    const { id } = await createBrand(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/brands/${id}`)
    return answer(id)
  }

  async update(ctx: HttpContext) {
    const { id } = await brandIdValidator.validate(ctx.params)
    const input = await brandPatchValidator.validate(ctx.request.body())
    await updateBrand(id, input, actingStaff(ctx))
    return answer(id)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await brandIdValidator.validate(ctx.params)
    await deleteBrand(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}

async function answer(id: number) {
  const brand = await staffBrandQuery(id)
  if (!brand) throw notFound('brand')
  return { data: staffBrand(brand) }
}
