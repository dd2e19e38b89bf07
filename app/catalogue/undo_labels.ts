/** The columns that name a record for people, of every table whose changes can be undone. */
export const LABELS = {
  products: 'sku',
  attributes: 'code',
  categories: 'name_fr',
  brands: 'name',
} as const
