import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'
import type { Ability } from '#app/staff/abilities'
import { staffOf } from '#app/staff/acting_staff'
import type StaffMember from '#app/staff/members/staff_member'

/** For what only some of those whom a route lets in may do. Throws 403. */
export function expectAbility(ctx: HttpContext, ability: Ability): void {
  expectRight(staffOf(ctx), ability)
}

/** Throws 403 when somebody lacks a right. */
export function expectRight(member: StaffMember, ability: Ability): void {
  if (member.may(ability)) return
  throw new Problem({
    status: 403,
    code: 'forbidden',
    title: 'Not allowed',
    detail: `The role ${member.role} lacks the right ${ability}. Ask an owner for it.`,
  })
}
