import type { Role } from '#app/staff/roles'

/** What staff may do, as `resource:action`. */
export type Ability =
  | 'dashboard:read'
  | 'products:read'
  | 'products:write'
  | 'costs:read'
  | 'imports:read'
  | 'imports:write'
  | 'exports:read'

const READ: Ability[] = ['dashboard:read', 'products:read']
const IMPORTS: Ability[] = ['imports:read', 'imports:write', 'exports:read']

/** What each role may do; whatever is not listed is refused. */
const ABILITIES: Record<Role, ReadonlySet<Ability>> = {
  owner: new Set([...READ, ...IMPORTS, 'products:write', 'costs:read']),
  buyer: new Set([...READ, ...IMPORTS, 'products:write', 'costs:read']),
  counter: new Set([...READ, 'products:write', 'exports:read']),
  accountant: new Set([...READ, 'costs:read', 'exports:read']),
  warehouse: new Set(READ),
  sales: new Set([...READ, 'exports:read']),
  readonly: new Set(READ),
}

export const abilitiesOf = (role: Role): Ability[] => [...ABILITIES[role]].sort()

export const may = (role: Role, ability: Ability): boolean => ABILITIES[role].has(ability)
