import type pg from 'pg'
import { productSlug } from '#app/catalogue/products/product_slug'
import { decideAttributeKinds } from '#app/imports/products/decide_attribute_kinds'

/**
 * Completes staged products with each other and with the catalogue, set by
 * set: further images, what variants inherit, SKUs of rows that have none,
 * rows that repeat a SKU. The same file always settles in the same way.
 */
export async function settleProducts(staging: string, session: pg.Client): Promise<string[]> {
  const run = async (text: string) => {
    const { rowCount } = await session.query(text.replaceAll('staging', staging))
    return rowCount ?? 0
  }
  await run('create index on staging (group_key) where group_key is not null')
  await run(ADD_FURTHER_IMAGES)
  await run(REJECT_LONELY_IMAGES)
  await run(INHERIT_FROM_HEAD)
  await run(NAME_VARIANTS)

  await run('create index on staging (sku)')
  // Every column that is asked about, or a file of 20,000 rows is taken for one. Not the texts and lists: a
  // sample of them costs more than it tells.
  await run(
    'analyze staging (seq, role, reason, merged, by_mpn, sku, sku_base, group_key, brand_slug, mpn_norm)'
  )
  const found = await run(FIND_BY_BRAND_AND_MPN)
  const derived = await run(DERIVE_SKUS)
  await run(MERGE_SUPPLEMENTS)
  await run(REJECT_REPETITIONS)
  await decideAttributeKinds(staging, session)
  await fillSlugs(staging, session)
  return notes(found, derived, await countRepeatedNumbers(staging, session))
}

/** Image rows follow the first row of their product. */
const ADD_FURTHER_IMAGES = `
  with further as (
    select s.group_key, jsonb_agg(image order by s.seq, n) as images
    from staging s, jsonb_array_elements(s.images) with ordinality as i (image, n)
    where s.role = 'image' and s.reason is null group by 1
  ), heads as (
    select distinct on (group_key) group_key, seq from staging
    where role = 'product' and group_key is not null and reason is null order by group_key, seq
  ), given as (
    update staging s set images = coalesce(s.images, '[]') || further.images
    from further join heads using (group_key) where s.seq = heads.seq returning s.group_key
  )
  update staging s set merged = true from given where s.role = 'image' and s.group_key = given.group_key`

const REJECT_LONELY_IMAGES = `
  update staging set reason = 'the row has an image and no product'
  where role = 'image' and merged is null and reason is null`

/** Variants leave out what their product already says. */
const INHERIT_FROM_HEAD = `
  with heads as (
    select distinct on (group_key) * from staging
    where group_key is not null and role = 'product' and name is not null and reason is null
    order by group_key, variant is not null, seq
  )
  update staging s set
    name = coalesce(s.name, h.name), name_ar = coalesce(s.name_ar, h.name_ar),
    description = coalesce(s.description, h.description),
    description_ar = coalesce(s.description_ar, h.description_ar),
    brand = coalesce(s.brand, h.brand), brand_slug = coalesce(s.brand_slug, h.brand_slug),
    category_path = coalesce(s.category_path, h.category_path),
    tax_rate = coalesce(s.tax_rate, h.tax_rate), status = coalesce(s.status, h.status),
    quality = coalesce(s.quality, h.quality), images = coalesce(s.images, h.images),
    shares_name = coalesce(s.shares_name, s.name is null)
  from heads h
  where s.group_key = h.group_key and s.seq <> h.seq and s.role = 'product' and s.reason is null
    and (s.variant is not null or s.sku is null)`

const NAME_VARIANTS = `
  update staging set name = btrim(left(name || ' – ' || variant, 300))
  where variant is not null and shares_name and name is not null`

/** The n-th row without SKU of a brand and maker's number is the n-th product that has them. */
const FIND_BY_BRAND_AND_MPN = `
  with nameless as (
    select seq, brand_slug, mpn_norm,
      row_number() over (partition by brand_slug, mpn_norm order by seq) as n
    from staging where sku is null and by_mpn and role = 'product' and reason is null
  ), known as materialized (
    select wanted.brand_slug, wanted.mpn_norm, p.sku,
      row_number() over (partition by wanted.brand_slug, wanted.mpn_norm order by p.id) as n
    from (select distinct brand_slug, mpn_norm from nameless) wanted
    join part_numbers m on m.number_norm = wanted.mpn_norm and m.kind = 'mpn'
    join products p on p.id = m.product_id and norm_ref(p.mpn) = wanted.mpn_norm and p.deleted_at is null
    join brands b on b.id = p.brand_id and b.slug = coalesce(wanted.brand_slug, 'sans-marque')
    where not exists (select from staging given where given.sku = p.sku)
  )
  update staging s set sku = known.sku
  from nameless join known on known.brand_slug is not distinct from nameless.brand_slug
    and known.mpn_norm = nameless.mpn_norm and known.n = nameless.n
  where s.seq = nameless.seq`

/**
 * The others get the SKU of their base: BASE, BASE-2, BASE-3, or one with a
 * hash when another article has that one. A base made of the file's own names
 * is the same product the next time, so for it the catalogue's SKU is free.
 */
const DERIVE_SKUS = `
  with nameless as (
    select seq, sku_base, by_mpn, row_number() over (partition by sku_base order by seq) as n
    from staging where sku is null and role = 'product' and reason is null
  ), candidates as (
    select seq, by_mpn, sku_base || case n when 1 then '' else '-' || n end as plain,
      sku_base || '-' || upper(left(md5(sku_base || ':' || n), 6)) as hashed
    from nameless
  )
  update staging s set sku = case
      when exists (select from staging given where given.sku = c.plain)
        or c.by_mpn and exists (select from products p where p.sku = c.plain)
      then c.hashed else c.plain end
  from candidates c where s.seq = c.seq`

/** The same SKU in another language or currency says more about the first row. */
const MERGE_SUPPLEMENTS = `
  with firsts as (
    select distinct on (sku) seq, sku, locale, currency from staging
    where sku is not null and reason is null order by sku, seq
  ), merging as (
    update staging s set merged = true from firsts f
    where s.sku = f.sku and s.seq > f.seq and s.reason is null
      and (s.locale <> f.locale or s.currency <> f.currency)
    returning s.sku, s.name_ar, s.description_ar
  ), texts as (
    select sku, max(name_ar) as name_ar, max(description_ar) as description_ar from merging group by 1
  )
  update staging f set
    name_ar = coalesce(f.name_ar, t.name_ar), description_ar = coalesce(f.description_ar, t.description_ar)
  from texts t join firsts using (sku) where f.seq = firsts.seq`

const REJECT_REPETITIONS = `
  with repeated as (
    select seq, sku, first_value(line) over (partition by sku order by seq) as first_line,
      row_number() over (partition by sku order by seq) as n
    from staging where sku is not null and reason is null and merged is null
  )
  update staging s set reason = 'sku: «' || r.sku || '» is already on line ' || r.first_line
  from repeated r where s.seq = r.seq and r.n > 1`

const SLUG_BLOCK = 5_000

/** Addresses of new products, made as the back office makes them. */
async function fillSlugs(staging: string, session: pg.Client) {
  for (let after = 0; ;) {
    const { rows } = await session.query<{ seq: number; name: string; sku: string }>(
      `select seq, name, sku from ${staging} s
       where seq > $1 and name is not null and sku is not null and reason is null and merged is null
         and not exists (select from products p where p.sku = s.sku)
       order by seq limit ${SLUG_BLOCK}`,
      [after]
    )
    if (!rows.length) return
    const slugs = rows.map(({ name, sku }) => productSlug(name, sku))
    await session.query(
      `update ${staging} s set slug = n.slug from unnest($1::int[], $2::text[]) as n (seq, slug) where s.seq = n.seq`,
      [rows.map(({ seq }) => seq), slugs]
    )
    after = rows[rows.length - 1].seq
  }
}

async function countRepeatedNumbers(staging: string, session: pg.Client): Promise<number> {
  const { rows } = await session.query<{ count: number }>(
    `select coalesce(sum(n - 1), 0)::int as count from (
       select count(*) as n from ${staging}
       where mpn_norm is not null and reason is null and merged is null
       group by brand_slug, mpn_norm having count(*) > 1
     ) repeated`
  )
  return rows[0].count
}

function notes(found: number, derived: number, repeated: number): string[] {
  return [
    found && `${found} rows without SKU were found by brand and part number`,
    derived && `${derived} rows without SKU got one`,
    repeated && `${repeated} rows repeat the brand and part number of another`,
  ].filter((note): note is string => Boolean(note))
}
