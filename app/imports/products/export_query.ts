import { SORTS } from '#app/catalogue/products/product_rows_query'
import type { ExportedList } from '#app/imports/products/export_products'
import { type Condition, joinConditions } from '#app/platform/database/conditions'

/**
 * Products under the columns of an import. Stock is that of the default
 * location; numbers are `owner:number`, with `\:` for a colon of the owner.
 */
export function productsToExport(
  { sort = 'created', order = 'asc' }: ExportedList,
  conditions: Condition[]
) {
  const values: unknown[] = []
  const where = `p.deleted_at is null and ${joinConditions(conditions, values)}`
  const place = `${SORTS[sort].column} ${order}, p.id ${order}`
  return { text: `${SELECT} where ${where} order by ${place}`, values }
}

const numbers = (kind: string) => `(
  select array_agg(case when owner = '' and position(':' in number) = 0 then number
    else replace(owner, ':', '\\:') || ':' || number end order by n.id)
  from part_numbers n where n.product_id = p.id and n.kind = '${kind}')`

const SELECT = `
  with recursive paths as (
    select id, slug, array[name_fr::text] as names from categories where parent_id is null
    union all
    select c.id, c.slug, paths.names || c.name_fr::text from categories c join paths on paths.id = c.parent_id
  )
  select p.sku, p.name_fr as name, p.name_ar, brand.name as brand, p.mpn, path.names as category_path,
    p.price, p.compare_at_price, p.cost, stock.on_hand as stock, p.tax_rate,
    ${numbers('oe')} as oe_numbers,
    ${numbers('cross')} as cross_references,
    ${numbers('trade')} as trade_numbers,
    ${numbers('supplier')} as supplier_numbers,
    ${numbers('superseded')} as superseded_numbers,
    (select array_agg(number order by (number <> p.gtin), n.id)
     from part_numbers n where n.product_id = p.id and n.kind = 'gtin') as gtin,
    p.description_fr as description, p.description_ar,
    (select array_agg(i.path order by i.position) from product_images i where i.product_id = p.id) as image_url,
    p.weight_g, p.status, p.quality, p.warranty_months, p.core_charge, p.orderable,
    p.min_quantity, p.pack_size,
    (select array_agg(a.code || '=' ||
        coalesce(v.text_value, trim_scale(v.number_value)::text, v.boolean_value::text) order by a.code)
     from product_attributes v join attributes a on a.id = v.attribute_id where v.product_id = p.id) as attributes
  from products p
  join brands brand on brand.id = p.brand_id
  left join paths path on path.id = p.category_id
  left join product_listings l on l.product_id = p.id
  left join locations place on place.is_default
  left join stock_levels stock on stock.product_id = p.id and stock.location_id = place.id`
