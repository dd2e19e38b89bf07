import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'
import type { Ability } from '#app/staff/abilities'
import { staffOf } from '#app/staff/acting_staff'

/** For what only some of those whom a route lets in may do. Throws 403. */
export function expectAbility(ctx: HttpContext, ability: Ability): void {
  if (staffOf(ctx).may(ability)) return
  throw new Problem({
    status: 403,
    code: 'forbidden',
    title: 'Not allowed',
    detail: `Your role lacks the right ${ability}. Ask an owner for it.`,
  })
}
