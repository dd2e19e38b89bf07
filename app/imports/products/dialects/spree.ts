import type { Dialect } from '#app/imports/products/dialects/dialect'

/** Spree: the first row of a slug is the product, the others are variants and prices in other currencies. */
export const spree: Dialect = {
  name: 'Spree',
  knownBy: ['slug', 'sku', 'inventory count', 'compare at price'],
  rules: [
    { column: 'handle', headers: ['slug'] },
    { column: 'currency', headers: ['currency'] },
    { column: 'brand', headers: ['brand_name'] },
    { column: 'stock', headers: ['inventory_count'] },
    { column: 'orderable', headers: ['inventory_backorderable'] },
    { column: 'weight', headers: ['weight'] },
    { column: 'weight_unit', headers: ['weight_unit'] },
    { column: 'category', pattern: /^category(\d)$/i },
    { column: 'image', pattern: /^image(\d)_src$/i },
    { column: 'option_name', pattern: /^option(\d)_name$/i },
    { column: 'option_value', pattern: /^option(\d)_value$/i },
  ],
  categories: { between: /$^/, levels: /->/ },
  variantsShareName: true,
  zeroIsNoPrice: true,
}
