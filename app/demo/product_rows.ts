import type { DemoProduct } from '#app/demo/demo_product'
import { APPLICATIONS } from '#app/demo/write_fitments'
import type { ShopFrame } from '#app/demo/shop_frame'

/** A product that has its key. */
export type Numbered = { id: number; product: DemoProduct }

export type Row = Record<string, string | number | boolean | null>

/** A table that products fill, in the order in which foreign keys allow it. */
type Target = {
  table: string
  columns: string[]
  rows: (numbered: Numbered, frame: ShopFrame) => Row[]
}

export const TARGETS: Target[] = [
  {
    table: 'products',
    columns: [
      ...['id', 'sku', 'slug', 'brand_id', 'category_id', 'mpn', 'name_fr', 'name_ar'],
      ...['description_fr', 'description_ar', 'status', 'quality', 'price', 'compare_at_price'],
      ...['cost', 'tax_rate', 'warranty_months', 'weight_g', 'gtin', 'core_charge', 'orderable'],
      ...['superseded_by_id', 'version', 'published_at', 'created_at', 'updated_at'],
    ],
    rows: ({ id, product }, { brands, categories }) => [
      {
        id,
        sku: product.sku,
        slug: product.slug,
        brand_id: brands.get(product.brand)!,
        category_id: categories.get(product.category)!,
        mpn: product.mpn,
        name_fr: product.nameFr,
        name_ar: product.nameAr,
        description_fr: product.descriptionFr,
        description_ar: product.descriptionAr,
        status: product.status,
        quality: product.quality,
        price: product.price,
        compare_at_price: product.compareAtPrice,
        cost: product.cost,
        tax_rate: product.taxRate,
        warranty_months: product.warrantyMonths,
        weight_g: product.weightG,
        gtin: product.gtin,
        core_charge: product.coreCharge,
        orderable: product.orderable,
        superseded_by_id: product.isSuperseded ? id - 1 : null,
        version: product.prices.length,
        published_at: product.status === 'draft' ? null : product.createdAt.toISOString(),
        created_at: product.createdAt.toISOString(),
        updated_at: product.updatedAt.toISOString(),
      },
    ],
  },
  {
    table: 'product_attributes',
    columns: ['product_id', 'attribute_id', 'number_value', 'text_value', 'boolean_value'],
    rows: ({ id, product }, { attributes }) =>
      product.attributes.map(([code, value]) => {
        const attribute = attributes.get(code)!
        return {
          product_id: id,
          attribute_id: attribute.id,
          number_value: attribute.kind === 'number' ? value : null,
          text_value: ['text', 'choice'].includes(attribute.kind) ? value : null,
          boolean_value: attribute.kind === 'boolean' ? value : null,
        }
      }),
  },
  {
    table: 'product_images',
    columns: ['product_id', 'path', 'position', 'alt_fr', 'alt_ar'],
    rows: ({ id, product }) => [
      {
        product_id: id,
        path: product.image,
        position: 0,
        alt_fr: product.nameFr,
        alt_ar: product.nameAr,
      },
    ],
  },
  {
    table: 'part_numbers',
    columns: ['product_id', 'kind', 'number', 'owner', 'source'],
    rows: ({ id, product }) =>
      product.numbers.map((number) => ({ product_id: id, ...number, source: 'demo' })),
  },
  {
    table: APPLICATIONS,
    columns: [
      ...['product_id', 'make', 'model', 'engine_code', 'position'],
      ...['condition_fr', 'condition_ar'],
    ],
    rows: ({ id, product: { application } }) =>
      application
        ? [
            {
              product_id: id,
              make: application.make,
              model: application.model,
              engine_code: application.engineCode,
              position: application.position,
              condition_fr: application.conditionFr,
              condition_ar: application.conditionAr,
            },
          ]
        : [],
  },
  {
    table: 'price_changes',
    columns: [
      ...['product_id', 'old_price', 'new_price', 'old_cost', 'new_cost', 'changed_at'],
      ...['actor', 'reason'],
    ],
    rows: ({ id, product }) =>
      product.prices.map((change) => ({
        product_id: id,
        old_price: change.oldPrice,
        new_price: change.newPrice,
        old_cost: change.oldCost,
        new_cost: change.newCost,
        changed_at: change.at.toISOString(),
        actor: 'demo',
        reason: change.reason,
      })),
  },
  {
    table: 'stock_levels',
    columns: ['product_id', 'location_id', 'on_hand', 'low_stock_at'],
    rows: ({ id, product }, { locations }) =>
      product.levels.map((level) => ({
        product_id: id,
        location_id: locations.get(level.location)!,
        on_hand: level.onHand,
        low_stock_at: level.lowStockAt,
      })),
  },
  {
    table: 'stock_movements',
    columns: ['product_id', 'location_id', 'quantity', 'cause', 'reference', 'actor', 'at'],
    rows: ({ id, product }, { locations }) =>
      product.movements.map((movement) => ({
        product_id: id,
        location_id: locations.get(movement.location)!,
        quantity: movement.quantity,
        cause: movement.cause,
        reference: movement.reference,
        actor: 'demo',
        at: movement.at.toISOString(),
      })),
  },
  {
    table: 'sales_history',
    columns: ['product_id', 'sold_on', 'quantity', 'unit_price', 'document', 'source'],
    rows: ({ id, product }) =>
      product.sales.map((sale) => ({
        product_id: id,
        sold_on: sale.day.toISOString().slice(0, 10),
        quantity: sale.quantity,
        unit_price: sale.unitPrice,
        document: sale.document,
        source: 'demo',
      })),
  },
  {
    table: 'product_popularity',
    columns: ['product_id', 'score'],
    rows: ({ id, product }) => [{ product_id: id, score: product.popularity }],
  },
]
