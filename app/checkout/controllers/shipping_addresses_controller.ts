import type { HttpContext } from '@adonisjs/core/http'
import { checkoutAnswer } from '#app/checkout/checkout_transformer'
import { checkoutIdValidator } from '#app/checkout/checkout_validators'
import { setAddress } from '#app/checkout/set_address'
import { addressValidator } from '#app/tunisia/address'
import { readAddress } from '#app/tunisia/read_address'
import { localeOf } from '#app/platform/http/locale'

export default class ShippingAddressesController {
  async update(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    const typed = await addressValidator.validate(ctx.request.body())
    return { data: await checkoutAnswer(await setAddress(id, readAddress(typed)), localeOf(ctx)) }
  }
}
