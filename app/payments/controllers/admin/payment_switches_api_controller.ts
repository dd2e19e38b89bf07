import type { HttpContext } from '@adonisjs/core/http'
import { wholeList } from '#app/platform/lists/whole_list'
import { paymentSwitches } from '#app/payments/switches/payment_switches'
import { switchValidator, switchedMethodValidator } from '#app/payments/switches/switch_validators'
import { switchPayment } from '#app/payments/switches/switch_payment'
import { actingStaff } from '#app/staff/acting_staff'

export default class PaymentSwitchesApiController {
  async index() {
    return wholeList(await paymentSwitches())
  }

  async update(ctx: HttpContext) {
    const { method } = await switchedMethodValidator.validate(ctx.params)
    const { isOn } = await switchValidator.validate(ctx.request.body())
    await switchPayment(method, isOn, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
