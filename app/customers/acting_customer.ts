import type { HttpContext } from '@adonisjs/core/http'
import type { Acting } from '#app/platform/database/act_as'
import { isForMachines } from '#app/platform/http/machine_paths'
import type Customer from '#app/customers/customer'
import type { Entrance } from '#app/customers/customer_logins'
import { GUEST } from '#app/customers/guest'

/** Who is logged in; for routes of guests too, undefined for those. */
export const visitorOf = ({ auth }: HttpContext): Customer | undefined =>
  auth.use('customerApi').user

/** Who is logged in, on a route that is for customers alone. */
export const customerOf = ({ auth }: HttpContext): Customer =>
  auth.use('customerApi').getUserOrFail()

/** The login of the token that a request carries. */
export const loginOf = ({ auth }: HttpContext): string => auth.use('customerApi').sid!

/** A customer as the author of what a request writes. */
export const actingAs = (customer: Customer, { request }: HttpContext): Acting => ({
  actor: customer.actor,
  source: 'api',
  requestId: request.id(),
  ip: request.ip(),
})

/** Whoever buys, be it a guest, as the author of what a request writes. */
export function actingBuyer(ctx: HttpContext): Acting {
  const customer = visitorOf(ctx)
  if (customer) return actingAs(customer, ctx)
  const source = isForMachines(ctx.request.url()) ? 'api' : 'ui'
  return { actor: GUEST, source, requestId: ctx.request.id(), ip: ctx.request.ip() }
}

/** What a request that logs in comes from, and comes with. */
export const entranceOf = ({ request }: HttpContext): Entrance => ({
  ip: request.ip(),
  userAgent: request.header('user-agent') ?? null,
  headerOf: (name) => request.header(name) || undefined,
})
