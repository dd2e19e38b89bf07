import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { createCategories } from '#app/imports/create_categories'
import { sql } from '#app/platform/database/sql'

/** Brand of products whose file names none. */
const NO_BRAND = { slug: 'sans-marque', name: 'Sans marque' }

/**
 * Finds the brand and the category of every row, and creates those that are
 * missing. Both are found by the address that their names give, else by the
 * names: somebody may have renamed them since.
 */
export async function placeProducts(trx: TransactionClientContract) {
  await sql(
    `update batch set brand_slug = $1, brand = $2 where brand_slug is null and product_id is null`,
    [NO_BRAND.slug, NO_BRAND.name],
    trx
  )
  for (const text of [BRANDS_BY_SLUG, BRANDS_BY_NAME, CREATE_BRANDS, BRANDS_BY_SLUG]) {
    await sql(text, [], trx)
  }
  for (const text of [CATEGORIES_BY_SLUG, CATEGORIES_BY_FORMER_SLUG, CATEGORIES_BY_NAMES]) {
    await sql(text, [], trx)
  }
  await createCategories(MISSING_LEVELS, trx)
  await sql(CATEGORIES_BY_SLUG, [], trx)
}

const BRANDS_BY_SLUG = `
  update batch b set brand_id = brand.id from brands brand
  where brand.slug = b.brand_slug and b.brand_id is null and b.reason is null`

const BRANDS_BY_NAME = `
  update batch b set brand_id = brand.id
  from (select lower(name) as name, min(id) as id from brands group by 1) brand
  where brand.name = lower(b.brand) and b.brand_id is null and b.reason is null`

const CREATE_BRANDS = `
  insert into brands (slug, name)
  select distinct on (brand_slug) brand_slug, brand from batch
  where brand_id is null and brand_slug is not null and reason is null
  order by brand_slug, seq
  on conflict do nothing`

const CATEGORIES_BY_SLUG = `
  update batch b set category_id = c.id from categories c
  where c.slug = b.category_path -> -1 ->> 0 and b.category_id is null and b.reason is null`

const CATEGORIES_BY_FORMER_SLUG = `
  update batch b set category_id = former.category_id from category_slugs former
  where former.slug = b.category_path -> -1 ->> 0 and b.category_id is null and b.reason is null`

const CATEGORIES_BY_NAMES = `
  with recursive paths as (
    select id, jsonb_build_array(name_fr) as names from categories where parent_id is null
    union all
    select c.id, paths.names || to_jsonb(c.name_fr) from categories c join paths on paths.id = c.parent_id
  )
  update batch b set category_id = paths.id from paths
  where paths.names = jsonb_path_query_array(b.category_path, '$[*][1]')
    and b.category_id is null and b.reason is null`

const MISSING_LEVELS = `
  select jsonb_array_elements(category_path) from batch where category_id is null and reason is null`
