import type { HttpContext } from '@adonisjs/core/http'
import { checkoutSession } from '#app/checkout/checkout_session'
import { checkoutAnswer, shippingOptionAnswer } from '#app/checkout/checkout_transformer'
import { checkoutIdValidator, shippingChoiceValidator } from '#app/checkout/checkout_validators'
import { chooseShipping, shippingOptionsOf } from '#app/checkout/choose_shipping'
import { localeOf } from '#app/platform/http/locale'
import { wholeList } from '#app/platform/lists/whole_list'

export default class ShippingOptionsController {
  async index(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    const options = await shippingOptionsOf(await checkoutSession(id))
    return wholeList(options.map((option) => shippingOptionAnswer(option, localeOf(ctx))))
  }

  async update(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    const { optionId } = await shippingChoiceValidator.validate(ctx.request.body())
    return { data: await checkoutAnswer(await chooseShipping(id, optionId), localeOf(ctx)) }
  }
}
