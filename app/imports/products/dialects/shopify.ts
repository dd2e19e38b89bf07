import type { Dialect } from '#app/imports/products/dialects/dialect'

/** Shopify: rows of one handle are a product, its variants, and its further images. */
export const shopify: Dialect = {
  name: 'Shopify',
  knownBy: ['handle', 'title', 'variant price'],
  rules: [
    { column: 'description', headers: ['body (html)', 'body'] },
    { column: 'brand', headers: ['vendor'] },
    { column: 'category_path', headers: ['product category'] },
    { column: 'category', pattern: /^(type)$/i },
    { column: 'published', headers: ['published'] },
    { column: 'name', headers: ['title'] },
    { column: 'option_name', pattern: /^option(\d) name$/i },
    { column: 'option_value', pattern: /^option(\d) value$/i },
    { column: 'sku', headers: ['variant sku'] },
    { column: 'weight_g', headers: ['variant grams'] },
    { column: 'stock', headers: ['variant inventory qty'] },
    { column: 'orderable', headers: ['variant inventory policy'] },
    { column: 'price', headers: ['variant price'] },
    { column: 'compare_at_price', headers: ['variant compare at price'] },
    { column: 'gtin', headers: ['variant barcode'] },
    { column: 'images', headers: ['image src'] },
    { column: 'variant_image', headers: ['variant image'] },
    { column: 'mpn', headers: ['google shopping / mpn'] },
    { column: 'cost', headers: ['cost per item'] },
    { column: 'condition', headers: ['google shopping / condition'] },
  ],
  variantsShareName: true,
}
