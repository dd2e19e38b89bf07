import type { HttpContext } from '@adonisjs/core/http'
import { customerView } from '#app/catalogue/products/customer_view'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import type { Locale } from '#app/platform/http/locale'

/** A product as customers see it: nothing of what is ours alone. */
export default class CustomerViewsController {
  async show(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const shown = await customerView(id, ctx.i18n.locale as Locale)
    return ctx.view.render('admin/products/as_customer', shown)
  }
}
