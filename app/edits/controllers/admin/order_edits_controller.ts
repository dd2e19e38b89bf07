import type { HttpContext } from '@adonisjs/core/http'
import { backFromEdit } from '#app/edits/back_from_edit'
import { calculateEdit, type EditTotals } from '#app/edits/calculate_edit'
import { editInForm } from '#app/edits/edit_in_form'
import { editOrder } from '#app/edits/edit_order'
import { editPage } from '#app/edits/edit_page'
import { orderEditFormValidator } from '#app/edits/edit_validators'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** The form that changes an order before anything of it has left. */
export default class OrderEditsController {
  async create(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    try {
      return await ctx.view.render('admin/orders/edit', await editPage(number))
    } catch (error) {
      return backFromEdit(ctx, error, number)
    }
  }

  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const typed = await ctx.request.validateUsing(orderEditFormValidator)
    try {
      const { order } = await editPage(number)
      const edit = editInForm(order, typed)
      if (typed.calculate) return showTotals(ctx, await calculateEdit(number, edit, typed.version))
      await editOrder(number, edit, { version: typed.version, acting: actingStaff(ctx) })
    } catch (error) {
      return backFromEdit(ctx, error, number)
    }
    ctx.session.flash('done', 'orders.is_edited')
    return ctx.response.seeOther(`/admin/orders/${number}`)
  }
}

/** The form again as it was typed, with what that would cost. */
function showTotals({ session, response, params }: HttpContext, totals: EditTotals) {
  session.flashAll()
  session.flash('calculated', totals)
  return response.seeOther(`/admin/orders/${params.number}/edit#totals`)
}
