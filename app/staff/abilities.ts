import type { Role } from '#app/staff/roles'

/** What staff may do, as `resource:action`. */
export type Ability =
  | 'dashboard:read'
  | 'products:read'
  | 'products:write'
  | 'costs:read'
  | 'prices:write'
  | 'brands:write'
  | 'categories:write'
  | 'words:write'

const READ: Ability[] = ['dashboard:read', 'products:read']

/** What each role may do; whatever is not listed is refused. */
const ABILITIES: Record<Role, ReadonlySet<Ability>> = {
  owner: new Set([
    ...READ,
    'products:write',
    'costs:read',
    'prices:write',
    'brands:write',
    'categories:write',
    'words:write',
  ]),
  buyer: new Set([
    ...READ,
    'products:write',
    'costs:read',
    'prices:write',
    'brands:write',
    'categories:write',
    'words:write',
  ]),
  counter: new Set([...READ, 'products:write', 'prices:write']),
  accountant: new Set([...READ, 'costs:read']),
  warehouse: new Set(READ),
  sales: new Set(READ),
  readonly: new Set(READ),
}

export const abilitiesOf = (role: Role): Ability[] => [...ABILITIES[role]].sort()

export const may = (role: Role, ability: Ability): boolean => ABILITIES[role].has(ability)
