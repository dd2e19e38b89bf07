import type { ImportTarget } from '#app/imports/import_target'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** What staff may import over the web. */
export const IMPORTABLE = [
  'products',
  'brands',
  'categories',
  'vehicles',
  'fitments',
  'part-numbers',
  'leads',
  'sales',
] as const

/** What can be imported, loaded when it is. Later features add their own with `addImportTarget`. */
const targets = new Map<string, () => Promise<ImportTarget>>([
  ['products', () => import('#app/imports/products/products_target').then((file) => file.default)],
  ['brands', () => import('#app/imports/brands/brands_target').then((file) => file.default)],
  [
    'categories',
    () => import('#app/imports/categories/categories_target').then((file) => file.default),
  ],
  ['vehicles', () => import('#app/imports/vehicles/vehicles_target').then((file) => file.default)],
  ['fitments', () => import('#app/imports/fitments/fitments_target').then((file) => file.default)],
  [
    'part-numbers',
    () => import('#app/imports/numbers/numbers_target').then((file) => file.default),
  ],
])

export function addImportTarget(entity: string, load: () => Promise<ImportTarget>) {
  targets.set(entity, load)
}

/** Throws `UnusableFile` for an entity that nobody has added. */
export async function importTarget(entity: string): Promise<ImportTarget> {
  const load = targets.get(entity)
  if (load) return load()
  throw new UnusableFile(
    `${entity} cannot be imported: choose one of ${[...targets.keys()].join(', ')}`
  )
}
