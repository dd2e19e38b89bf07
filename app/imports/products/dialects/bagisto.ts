import type { Dialect } from '#app/imports/products/dialects/dialect'

/** Bagisto: one row per product and language. */
export const bagisto: Dialect = {
  name: 'Bagisto',
  knownBy: ['sku', 'attribute family code', 'type'],
  rules: [
    { column: 'locale', headers: ['locale'] },
    { column: 'type', headers: ['type'] },
    { column: 'categories', headers: ['categories'] },
    { column: 'images', headers: ['images'] },
    { column: 'short_description', headers: ['short_description'] },
    { column: 'weight_kg', headers: ['weight'] },
    { column: 'inventories', headers: ['inventories'] },
  ],
  categories: { between: /,/, levels: /\// },
  types: ['simple', 'configurable', 'virtual', 'downloadable', 'grouped', 'bundle', 'booking'],
}
