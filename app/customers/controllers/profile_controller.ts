import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { profileValidator } from '#app/customers/account_validators'
import { actingAs, customerOf } from '#app/customers/acting_customer'
import { customerAnswer } from '#app/customers/customer_transformer'
import { updateProfile } from '#app/customers/update_profile'

/** The own account. */
export default class ProfileController {
  show(ctx: HttpContext) {
    return { data: customerAnswer(customerOf(ctx)) }
  }

  async update(ctx: HttpContext) {
    const input = await profileValidator.validate(ctx.request.body())
    const customer = customerOf(ctx)
    const change = { version: ifMatch(ctx), acting: actingAs(customer, ctx) }
    return { data: customerAnswer(await updateProfile(customer.id, input, change)) }
  }
}
