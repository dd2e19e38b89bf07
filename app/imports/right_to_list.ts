import { IMPORTABLE } from '#app/imports/targets'
import { expectRight } from '#app/staff/expect_ability'
import type StaffMember from '#app/staff/members/staff_member'

export type Doing = 'read' | 'write'

/** Whose list is not one of the catalogue. */
const RESOURCES: Record<string, 'leads' | 'forecasts'> = { leads: 'leads', sales: 'forecasts' }

/** Besides the right to import: whoever imports a list may do by hand what it does. */
export const rightTo = (doing: Doing, entity: string) =>
  `${RESOURCES[entity] ?? 'products'}:${doing}` as const

export const importableBy = (member: StaffMember) =>
  IMPORTABLE.filter((entity) => member.may(rightTo('write', entity)))

/** What a member's file is a list of: products, unless told, for whoever may import those. Throws 403. */
export function expectedList(member: StaffMember, told?: (typeof IMPORTABLE)[number]) {
  const entity = told ?? importableBy(member)[0] ?? 'products'
  expectRight(member, rightTo('write', entity))
  return entity
}

/** Lists that a member learns nothing of. */
export const hiddenFrom = (member: StaffMember): string[] =>
  IMPORTABLE.filter((entity) => !member.may(rightTo('read', entity)))
