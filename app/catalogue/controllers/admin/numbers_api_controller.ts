import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { numbersFormValidator } from '#app/catalogue/products/numbers_form_validator'
import { addNumbers, removeNumber } from '#app/catalogue/products/product_numbers'
import { productPartValidator } from '#app/catalogue/products/product_part_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { numbersPageQuery } from '#app/references/numbers_of_query'
import { writtenNumbers } from '#app/references/written_numbers'
import { actingStaff } from '#app/staff/acting_staff'

/** The numbers that a product is found by, for programs. */
export default class NumbersApiController {
  async index({ params, request }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    await findProduct(id)
    const { page, nextCursor } = await numbersPageQuery(id, limit, cursor)
    return { data: page, meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { kind, owner, numbers } = await numbersFormValidator.validate(ctx.request.body())
    const written = writtenNumbers(numbers, owner ?? '')
    const added = await addNumbers(id, { kind, numbers: written }, actingStaff(ctx))
    ctx.response.status(201)
    return { data: { added } }
  }

  async destroy(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    await removeNumber(id, partId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
