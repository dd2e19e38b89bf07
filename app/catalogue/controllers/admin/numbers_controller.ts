import type { HttpContext } from '@adonisjs/core/http'
import { addNumbers, removeNumber } from '#app/catalogue/products/product_numbers'
import { productPartValidator } from '#app/catalogue/products/product_part_validator'
import { numbersFormValidator } from '#app/catalogue/products/numbers_form_validator'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { writtenNumbers } from '#app/references/written_numbers'
import { actingStaff } from '#app/staff/acting_staff'

/** The numbers that a product is found by, pasted as a block. */
export default class NumbersController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { kind, owner, numbers } = await ctx.request.validateUsing(numbersFormValidator)
    const written = writtenNumbers(numbers, owner ?? '')
    const count = await addNumbers(id, { kind, numbers: written }, actingStaff(ctx))
    ctx.session.flash('done', { key: 'products.numbers_added', data: { count } })
    return ctx.response.seeOther(`/admin/products/${id}#numbers`)
  }

  async destroy(ctx: HttpContext) {
    const { id, partId } = await productPartValidator.validate(ctx.params)
    const number = await removeNumber(id, partId, actingStaff(ctx))
    ctx.session.flash('done', { key: 'products.number_removed', data: { number } })
    return ctx.response.seeOther(`/admin/products/${id}#numbers`)
  }
}
