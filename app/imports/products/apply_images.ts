import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Replaces the images of products whose file lists others, or the same in another order. */
export async function applyImages(trx: TransactionClientContract) {
  await sql(
    `create temporary table new_images on commit drop as
     select b.product_id, b.images, b.old_brand_id is not null as is_known from batch b
     where b.reason is null and b.images is not null and b.images is distinct from (
       select jsonb_agg(i.path order by i.position) from product_images i where i.product_id = b.product_id
     )`,
    [],
    trx
  )
  await sql(NOTE_FORMER, [], trx)
  await sql(
    'delete from product_images i using new_images n where i.product_id = n.product_id',
    [],
    trx
  )
  await sql(
    `with added as (
       insert into product_images (product_id, path, position)
       select n.product_id, image, position - 1
       from new_images n, jsonb_array_elements_text(n.images) with ordinality as i (image, position)
       returning product_id
     )
     insert into changed (product_id, created) select distinct product_id, false from added`,
    [],
    trx
  )
}

const NOTE_FORMER = `
  insert into changed_parts (product_id, part, before, after)
  select n.product_id, 'images', coalesce((
      select jsonb_agg(jsonb_build_object('path', i.path, 'alt_fr', i.alt_fr, 'alt_ar', i.alt_ar) order by i.position)
      from product_images i where i.product_id = n.product_id), '[]'),
    (select jsonb_agg(jsonb_build_object('path', path, 'alt_fr', null, 'alt_ar', null) order by place)
     from jsonb_array_elements_text(n.images) with ordinality as i (path, place))
  from new_images n where n.is_known`
