import type { Conflict, Undoing } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'

/**
 * Sets back what belongs to products that the cause changed: numbers, attributes, pictures, stock, as
 * `recordParts` of a writer has left them in the log. Returns what others have changed since.
 */
export async function restoreParts({ trx, cause }: Undoing, ids: number[]): Promise<Conflict[]> {
  await sql(
    `create temporary table parts_undone on commit drop as
     select a.id as log_id, a.entity_id::int as product_id, p.sku, e.key as part, e.value -> 0 as before, e.value -> 1 as after
     from audit_log a cross join jsonb_each(a.changes) e join products p on p.id = a.entity_id::int
     where a.cause = $1 and a.entity = 'products' and a.entity_id = any($2::text[]) and a.action <> 'created'
       and e.key = any (array['partNumbers', 'attributes', 'images', 'stock'])`,
    [cause, ids.map(String)],
    trx
  )
  const touched = await sql<{ id: number }>(
    'select distinct product_id as id from parts_undone',
    [],
    trx
  )
  if (!touched.length) return []
  const conflicts: Conflict[] = []
  for (const [find, apply] of [NUMBERS, ATTRIBUTES, IMAGES, STOCK]) {
    await sql('drop table if exists parts_due', [], trx)
    await sql(find, [], trx)
    conflicts.push(...(await sql<Conflict>(CONFLICTS, [], trx)))
    for (const statement of [...apply, FORGET_CONFLICTS]) await sql(statement, [], trx)
  }
  await recordUndo(trx)
  await emitProductsChanged(
    touched.map(({ id }) => id),
    trx
  )
  return conflicts
}

const CONFLICTS = `
  select 'products' as entity, product_id as id, sku as label, field, present as now, before as wanted from parts_due
  where present is distinct from after and present is distinct from before order by product_id, field`

const FORGET_CONFLICTS = `
  delete from parts_undone u using parts_due d
  where u.product_id = d.product_id and u.part = split_part(d.field, '.', 1) and d.present is distinct from d.after`

const DUE = 'where present is not distinct from after and before is distinct from after'

/** How each part is found as it is, was and would be, and set back. */
type Part = [find: string, apply: string[]]

/**
 * A number is known by its confidence. One file may name it several times: what was before the first
 * mention and what is after the last one count.
 */
const NUMBERS: Part = [
  `create temporary table parts_due on commit drop as
   with told as (
     select u.log_id, u.product_id, u.sku, s.side, r.kind, r.owner, r.number, r.source,
       coalesce(r.confidence, 100) as confidence,
       norm_ref(r.owner) collate "C" as owner_norm, norm_ref(r.number) collate "C" as number_norm
     from parts_undone u cross join lateral (values ('before', u.before), ('after', u.after)) s (side, numbers)
     cross join jsonb_to_recordset(s.numbers) r (kind text, owner text, number text, source text, confidence smallint)
     where u.part = 'partNumbers'
   ), net as (
     select product_id, sku, kind, owner_norm, number_norm, min(number) as number,
       (array_agg(to_jsonb(told) order by log_id, side desc))[1] as first,
       (array_agg(to_jsonb(told) order by log_id desc, side))[1] as last
     from told group by 1, 2, 3, 4, 5
   )
   select t.product_id, t.sku, 'partNumbers.' || t.number as field, t.first as former, n.id as number_id,
     case when t.first ->> 'side' = 'before' then t.first -> 'confidence' end as before,
     case when t.last ->> 'side' = 'after' then t.last -> 'confidence' end as after,
     to_jsonb(n.confidence) as present
   from net t left join part_numbers n on n.product_id = t.product_id and n.kind = t.kind
     and n.owner_norm = t.owner_norm and n.number_norm = t.number_norm`,
  [
    `delete from part_numbers n using parts_due d ${DUE} and n.id = d.number_id`,
    `insert into part_numbers (product_id, kind, owner, number, source, confidence)
     select d.product_id, r.kind, r.owner, r.number, coalesce(r.source, 'staff'), r.confidence
     from parts_due d, jsonb_to_record(d.former) as r (kind text, owner text, number text, source text, confidence smallint)
     ${DUE} and before is not null on conflict do nothing`,
  ],
]

const ATTRIBUTES: Part = [
  `create temporary table parts_due on commit drop as
   select u.product_id, u.sku, 'attributes.' || a.code as field, a.id as attribute_id, a.kind,
     nullif(u.before -> a.code, 'null') as before, nullif(u.after -> a.code, 'null') as after,
     coalesce(to_jsonb(v.number_value), to_jsonb(v.text_value), to_jsonb(v.boolean_value)) as present
   from parts_undone u
   join attributes a on jsonb_exists(u.after, a.code)
   left join product_attributes v on v.product_id = u.product_id and v.attribute_id = a.id
   where u.part = 'attributes'`,
  [
    `delete from product_attributes v using parts_due d ${DUE}
       and v.product_id = d.product_id and v.attribute_id = d.attribute_id`,
    `insert into product_attributes (product_id, attribute_id, number_value, text_value, boolean_value)
     select product_id, attribute_id, case kind when 'number' then (before #>> '{}')::numeric end,
       case when kind in ('text', 'choice') then before #>> '{}' end, case kind when 'boolean' then (before #>> '{}')::boolean end
     from parts_due ${DUE} and before is not null on conflict do nothing`,
  ],
]

const IMAGES: Part = [
  `create temporary table parts_due on commit drop as
   select u.product_id, u.sku, 'images' as field, u.before, u.after, coalesce((
     select jsonb_agg(jsonb_build_object('path', i.path, 'alt_fr', i.alt_fr, 'alt_ar', i.alt_ar) order by i.position)
     from product_images i where i.product_id = u.product_id), '[]') as present
   from parts_undone u where u.part = 'images'`,
  [
    `delete from product_images i using parts_due d ${DUE} and i.product_id = d.product_id`,
    `insert into product_images (product_id, path, position, alt_fr, alt_ar)
     select d.product_id, i.image ->> 'path', i.place - 1, i.image ->> 'alt_fr', i.image ->> 'alt_ar'
     from parts_due d, jsonb_array_elements(d.before) with ordinality as i (image, place) ${DUE}`,
  ],
]

/**
 * By movements: what is on hand stays the sum of them. Where pieces would leave that are promised since, the stock
 * counts as changed; what comes back goes first to whoever waits for it.
 */
const STOCK: Part = [
  `create temporary table parts_due on commit drop as
   select u.product_id, u.sku, 'stock' as field, s.location_id, u.before, to_jsonb(s.on_hand) as present,
     case when (u.before #>> '{}')::int >= s.reserved then u.after end as after
   from parts_undone u join (
     select product_id, location_id, on_hand, reserved from stock_levels
     where product_id in (select product_id from parts_undone where part = 'stock')
     order by product_id, location_id for update
   ) s on s.product_id = u.product_id
   join locations l on l.id = s.location_id and l.is_default where u.part = 'stock'`,
  [
    `with moved as (
       insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
       select product_id, location_id, (before #>> '{}')::int - (after #>> '{}')::int, 'import', acting.cause, acting.actor
       from parts_due, acting() ${DUE} returning product_id, location_id, quantity
     )
     update stock_levels s set on_hand = s.on_hand + m.quantity
     from moved m where m.product_id = s.product_id and m.location_id = s.location_id`,
    `select fill_backorders(array(select product_id from parts_due ${DUE}))`,
  ],
]

/** The log says what became of the parts, too. */
async function recordUndo(trx: Undoing['trx']) {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select a.actor, a.source, 'updated', 'products', u.product_id::text, u.sku,
       jsonb_object_agg(u.part, jsonb_build_array(u.after, u.before) order by u.log_id), a.reason, a.cause, a.request_id, a.ip
     from parts_undone u cross join acting() a
     group by u.product_id, u.sku, a.actor, a.source, a.reason, a.cause, a.request_id, a.ip`,
    [],
    trx
  )
}
