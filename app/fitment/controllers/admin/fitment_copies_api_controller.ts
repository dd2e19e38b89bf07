import type { HttpContext } from '@adonisjs/core/http'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { copyFitments } from '#app/fitment/rules/copy_fitments'
import { fitmentCopyValidator } from '#app/fitment/fitment_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** A product fits what another fits. */
export default class FitmentCopiesApiController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { from } = await fitmentCopyValidator.validate(ctx.request.body())
    return { data: await copyFitments(id, from, actingStaff(ctx)) }
  }
}
