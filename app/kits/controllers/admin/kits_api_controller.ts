import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { componentsQuery } from '#app/kits/kit_query'
import { kitAnswer } from '#app/kits/kit_transformer'
import { kitIdValidator, kitValidator } from '#app/kits/kit_validators'
import { setKit } from '#app/kits/write_kit'
import { ifMatch } from '#app/platform/http/if_match'
import { actingStaff } from '#app/staff/acting_staff'

/** What kits are made of, as programs read and write it. */
export default class KitsApiController {
  async show({ params }: HttpContext) {
    const { id } = await kitIdValidator.validate(params)
    const { version } = await findProduct(id)
    return { data: kitAnswer(version, await componentsQuery(id)) }
  }

  async update(ctx: HttpContext) {
    const { id } = await kitIdValidator.validate(ctx.params)
    const { components } = await kitValidator.validate(ctx.request.body())
    await setKit(id, components, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return this.show(ctx)
  }
}
