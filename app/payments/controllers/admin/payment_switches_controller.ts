import type { HttpContext } from '@adonisjs/core/http'
import {
  switchFormValidator,
  switchedMethodValidator,
} from '#app/payments/switches/switch_validators'
import { switchPayment } from '#app/payments/switches/switch_payment'
import { actingStaff } from '#app/staff/acting_staff'

/** The switch of a way to pay, on the page of settings. */
export default class PaymentSwitchesController {
  async store(ctx: HttpContext) {
    const { method } = await switchedMethodValidator.validate(ctx.params)
    const { isOn } = await ctx.request.validateUsing(switchFormValidator)
    await switchPayment(method, isOn, actingStaff(ctx))
    ctx.session.flash('done', isOn ? 'payments.is_switched_on' : 'payments.is_switched_off')
    return ctx.response.seeOther('/admin/settings')
  }
}
