import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { slugify } from '#app/catalogue/products/product_slug'
import type { Fields } from '#app/imports/files/fields'
import { RowRejected } from '#app/imports/import_target'
import { sql } from '#app/platform/database/sql'
import type { ColumnRule } from '#app/platform/tabular/mapping'
import { normaliseNumber } from '#app/references/normalise'

/** How lists about parts say which part they mean: our SKU, or brand and maker's number. */
export const PART_RULES: ColumnRule[] = [
  {
    column: 'sku',
    headers: [
      'ref interne',
      'reference interne',
      'internal reference',
      'our reference',
      'notre reference',
      'code article',
      'code produit',
      'product code',
      'رمز المنتج',
    ],
  },
  {
    column: 'brand',
    headers: [
      'marque',
      'brand name',
      'marque piece',
      'equipementier',
      'fabricant',
      'manufacturer',
      // TecDoc: the number of who supplies the data, or its name.
      'dlnr',
      'العلامة التجارية',
    ],
  },
  {
    column: 'mpn',
    headers: [
      'part number',
      'part no',
      'partno',
      'part',
      'article number',
      'artnr',
      'art nr',
      'ref fabricant',
      'reference fabricant',
      'manufacturer part number',
      'numero de piece',
      'رقم القطعة',
    ],
  },
]

/** Staging columns of a part. */
export const PART_COLUMNS = { sku: 'text', brand: 'text', brand_slug: 'text', mpn: 'text' }

/** The part that a row means. Throws `RowRejected` when it names none. */
export function partOf(fields: Fields) {
  const sku = fields.text('sku')
  if (sku) return { sku }
  const mpn = fields.text('mpn')
  if (!mpn) throw new RowRejected('the row names no part: it needs a sku, or brand and mpn')
  if (!normaliseNumber(mpn)) throw new RowRejected(`mpn: «${mpn}» has no letter or digit`)
  const brand = fields.text('brand')
  // TecDoc numbers the brands; without its table the number of the part has to do.
  if (!brand || /^\d+$/.test(brand)) return { mpn }
  return { mpn, brand, brand_slug: slugify(brand) }
}

/**
 * Finds the products that the rows of `batch` mean, as temporary table `parts (seq, product_id)`. Two
 * products of one brand and number are the same part: what is said of it holds for both. Rejects rows
 * whose part is not there, or could be one of several brands.
 */
export async function findParts(trx: TransactionClientContract) {
  await sql(FIND_PARTS, [], trx)
  await sql('analyze parts', [], trx)
  await sql(REJECT_AMBIGUOUS, [], trx)
  await sql(REJECT_UNKNOWN, [], trx)
}

const FIND_PARTS = `
  create temporary table parts on commit drop as
  select b.seq, p.id as product_id from batch b join products p on p.sku = b.sku and p.deleted_at is null
  where b.reason is null
  union all
  select distinct b.seq, p.id
  from batch b
  join part_numbers n on n.number_norm = norm_ref(b.mpn) collate "C" and n.kind = 'mpn'
  join products p on p.id = n.product_id and p.deleted_at is null
  join brands k on k.id = p.brand_id and k.slug = coalesce(b.brand_slug, k.slug)
  where b.sku is null and b.mpn is not null and b.reason is null`

const REJECT_AMBIGUOUS = `
  with several as (
    select s.seq, string_agg(distinct k.name, ', ') as names
    from parts s join products p on p.id = s.product_id join brands k on k.id = p.brand_id
    where s.seq in (select seq from batch where sku is null and brand_slug is null and reason is null)
    group by s.seq having count(distinct k.id) > 1
  )
  update batch b set reason = 'mpn: «' || b.mpn || '» is a number of several brands (' || names || '): say which'
  from several s where s.seq = b.seq`

const REJECT_UNKNOWN = `
  update batch b set reason = case
      when b.sku is not null then 'sku: there is no product «' || b.sku || '»'
      when b.brand is null then 'mpn: there is no product with the number «' || b.mpn || '»'
      when not exists (select from brands where slug = b.brand_slug) then 'brand: there is no brand «' || b.brand || '»'
      else 'mpn: there is no product «' || b.mpn || '» of ' || b.brand end
  where b.reason is null and coalesce(b.sku, b.mpn) is not null
    and not exists (select from parts s where s.seq = b.seq)`
