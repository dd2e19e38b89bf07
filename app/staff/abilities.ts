/** What staff may do, as `resource:action`. A role has some of them, the owner all. */
export const ABILITIES = [
  'dashboard:read',
  'products:read',
  'products:write',
  'costs:read',
  'prices:write',
  'brands:write',
  'categories:write',
  'attributes:write',
  'words:write',
  'vehicles:write',
  'stock:read',
  'stock:write',
  'purchases:read',
  'purchases:write',
  'forecasts:read',
  'forecasts:write',
  'orders:read',
  'orders:write',
  'customers:read',
  'customers:write',
  'customers:erase',
  'payments:read',
  'payments:write',
  'payments:refund',
  'shipments:read',
  'shipments:write',
  'remittances:read',
  'remittances:write',
  'invoices:read',
  'invoices:write',
  'promotions:read',
  'promotions:write',
  'leads:read',
  'leads:write',
  'leads:rules',
  'imports:read',
  'imports:write',
  'exports:read',
  'reports:read',
  'audit:read',
  'jobs:read',
  'jobs:write',
  'mails:read',
  'health:read',
  'settings:write',
  'staff:read',
  'staff:write',
  'roles:write',
] as const

export type Ability = (typeof ABILITIES)[number]

/** The abilities of each resource, as forms show them. */
export function abilitiesByResource(): { resource: string; abilities: Ability[] }[] {
  const resources = [...new Set(ABILITIES.map(resourceOf))]
  return resources.map((resource) => ({
    resource,
    abilities: ABILITIES.filter((ability) => resourceOf(ability) === resource),
  }))
}

const resourceOf = (ability: Ability) => ability.split(':')[0]
