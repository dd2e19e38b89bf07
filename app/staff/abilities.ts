import type { Role } from '#app/staff/roles'

/** What staff may do, as `resource:action`. */
export type Ability =
  | ('dashboard:read' | 'products:read' | 'products:write' | 'costs:read')
  | ('audit:read' | 'reports:read')
  | ('jobs:read' | 'jobs:write' | 'mails:read' | 'health:read' | 'settings:write')

const READ: Ability[] = ['dashboard:read', 'products:read']
const STEERING: Ability[] = ['audit:read', 'reports:read']
const SYSTEM: Ability[] = ['jobs:read', 'jobs:write', 'mails:read', 'health:read', 'settings:write']

/** What each role may do; whatever is not listed is refused. */
const ABILITIES: Record<Role, ReadonlySet<Ability>> = {
  owner: new Set([...READ, 'products:write', 'costs:read', ...STEERING, ...SYSTEM]),
  buyer: new Set([...READ, 'products:write', 'costs:read']),
  counter: new Set([...READ, 'products:write']),
  accountant: new Set([...READ, 'costs:read', ...STEERING]),
  warehouse: new Set(READ),
  sales: new Set(READ),
  readonly: new Set(READ),
}

export const abilitiesOf = (role: Role): Ability[] => [...ABILITIES[role]].sort()

export const may = (role: Role, ability: Ability): boolean => ABILITIES[role].has(ability)
