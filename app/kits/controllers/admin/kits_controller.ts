import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { partsInForm } from '#app/kits/parts_in_form'
import { componentsQuery, kitsOf, kitsWithQuery } from '#app/kits/kit_query'
import { kitFormValidator, kitIdValidator } from '#app/kits/kit_validators'
import { setKit } from '#app/kits/write_kit'
import { actingStaff } from '#app/staff/acting_staff'

/** What a product is made of that is sold as one, beside its sheet. */
export default class KitsController {
  async show({ params, view }: HttpContext) {
    const { id } = await kitIdValidator.validate(params)
    const [product, components, usedIn] = await Promise.all([
      findProduct(id),
      componentsQuery(id),
      kitsWithQuery(id),
    ])
    const kit = { product, components, usedIn, available: kitsOf(components) }
    return view.render('admin/products/kit', kit)
  }

  async update(ctx: HttpContext) {
    const { id } = await kitIdValidator.validate(ctx.params)
    const { version, ...typed } = await ctx.request.validateUsing(kitFormValidator)
    const parts = partsInForm(await componentsQuery(id), typed)
    await setKit(id, parts, { version, acting: actingStaff(ctx) })
    ctx.session.flash('done', 'products.kit_saved')
    return ctx.response.seeOther(`/admin/products/${id}/kit`)
  }
}
