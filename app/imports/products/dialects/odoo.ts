import type { Dialect } from '#app/imports/products/dialects/dialect'

/** Odoo's product template, under its labels or its field names. */
export const odoo: Dialect = {
  name: 'Odoo',
  knownBy: ['internal reference', 'sales price'],
  rules: [
    { column: 'external_id', headers: ['id', 'external id'] },
    { column: 'sku', headers: ['internal reference'] },
    { column: 'gtin', headers: ['barcode'] },
    { column: 'price', headers: ['sales price'] },
    { column: 'weight_kg', headers: ['weight'] },
    { column: 'stock', headers: ['quantity on hand'] },
    { column: 'description', headers: ['sale description', 'sales description'] },
    { column: 'categories', headers: ['product category'] },
  ],
  categories: { between: /$^/, levels: /\// },
}
