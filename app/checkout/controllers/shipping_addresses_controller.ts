import type { HttpContext } from '@adonisjs/core/http'
import { checkoutAnswer } from '#app/checkout/checkout_transformer'
import { checkoutIdValidator, shippingAddressValidator } from '#app/checkout/checkout_validators'
import { setAddress } from '#app/checkout/choose_shipping'
import { readAddress } from '#app/checkout/read_address'
import { localeOf } from '#app/platform/http/locale'

export default class ShippingAddressesController {
  async update(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    const typed = await shippingAddressValidator.validate(ctx.request.body())
    return { data: checkoutAnswer(await setAddress(id, readAddress(typed)), localeOf(ctx)) }
  }
}
