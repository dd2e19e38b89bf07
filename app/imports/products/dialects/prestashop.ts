import type { Dialect } from '#app/imports/products/dialects/dialect'

/** PrestaShop 1.4 to 8, and thirty bees: "Active (0/1)", prices mostly without tax. */
export const prestashop: Dialect = {
  name: 'PrestaShop',
  knownBy: ['active 0 1', 'name', 'wholesale price', 'ean13'],
  rules: [
    { column: 'external_id', headers: ['product id', 'id'] },
    { column: 'status', headers: ['active (0/1)'] },
    { column: 'name', headers: ['name *'] },
    { column: 'categories', headers: ['categories'] },
    { column: 'price_ht', headers: ['price tax excluded', 'price tax excl.'] },
    {
      column: 'price',
      headers: ['price tax excluded or price tax included', 'price tax included'],
    },
    { column: 'cost', headers: ['wholesale price'] },
    { column: 'sku', headers: ['reference #'] },
    { column: 'supplier_number', headers: ['supplier reference #'] },
    { column: 'supplier', headers: ['supplier'] },
    { column: 'brand', headers: ['manufacturer', 'brand'] },
    { column: 'gtin', headers: ['ean13'] },
    { column: 'upc', headers: ['upc'] },
    { column: 'weight_kg', headers: ['weight'] },
    { column: 'stock', headers: ['quantity'] },
    { column: 'short_description', headers: ['short description', 'summary'] },
    { column: 'images', headers: ['image urls'] },
    { column: 'condition', headers: ['condition'] },
    { column: 'features', headers: ['feature(name:value:position)', 'feature'] },
    { column: 'attribute', pattern: /^feature:(.+)$/i },
  ],
  categories: { between: /[,;]/, levels: /\// },
}
