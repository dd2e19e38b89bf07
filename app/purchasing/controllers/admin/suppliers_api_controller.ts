import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { supplierLeadTime } from '#app/purchasing/lead_times_query'
import { supplierAnswer, supplierDetail } from '#app/purchasing/supplier_transformer'
import {
  supplierIdValidator,
  supplierInputValidator,
  supplierListValidator,
  supplierPatchValidator,
} from '#app/purchasing/supplier_validators'
import { supplierQuery, suppliersQuery } from '#app/purchasing/suppliers_query'
import { createSupplier, updateSupplier } from '#app/purchasing/write_supplier'
import { actingStaff } from '#app/staff/acting_staff'

/** Suppliers as staff programs read and write them. */
export default class SuppliersApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, ...asked } = await supplierListValidator.validate(request.qs())
    const { page, nextCursor } = await suppliersQuery(limit, asked)
    return { data: page.map(supplierAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await supplierIdValidator.validate(params)
    return answer(id)
  }

  async store(ctx: HttpContext) {
    const input = await supplierInputValidator.validate(ctx.request.body())
    const { id } = await createSupplier(input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/suppliers/${id}`)
    return answer(id)
  }

  async update(ctx: HttpContext) {
    const { id } = await supplierIdValidator.validate(ctx.params)
    const input = await supplierPatchValidator.validate(ctx.request.body())
    await updateSupplier(id, input, actingStaff(ctx))
    return answer(id)
  }
}

async function answer(id: number) {
  const supplier = await supplierQuery(id)
  return { data: supplierDetail(supplier, await supplierLeadTime(id)) }
}
