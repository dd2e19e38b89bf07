import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { NO, YES } from '#app/catalogue/attributes/yes_and_no'
import { sql } from '#app/platform/database/sql'
import { sqlWords } from '#app/platform/database/sql_words'

/**
 * Writes the attributes of the rows. Those that the catalogue does not know
 * yet are created; their kind was decided over the whole file. A value that
 * does not fit the kind of a known attribute is left out.
 */
export async function applyAttributes(trx: TransactionClientContract) {
  await sql(CREATE_ATTRIBUTES, [], trx)
  await sql(WRITE_VALUES, [], trx)
}

const CREATE_ATTRIBUTES = `
  insert into attributes (code, kind, name_fr)
  select distinct on (e.key) e.key, e.value ->> 1, e.value ->> 0
  from batch b, jsonb_each(b.attributes) e
  where b.reason is null and not exists (select from attributes a where a.code = e.key)
  order by e.key, b.seq
  on conflict do nothing`

const WRITE_VALUES = `
  with wanted as (
    select b.product_id, b.old_brand_id is not null as is_known, a.id as attribute_id, a.code,
      case when a.kind = 'number' and v ~ '^-?[0-9]+([.,][0-9]+)?$' then replace(v, ',', '.')::numeric end as number_value,
      case when a.kind = 'text' then v
        -- As somebody would read it, in any of its languages.
        when a.kind = 'choice' then (
          select c ->> 'value' from jsonb_array_elements(a.choices) c
          where fold_words(v) in (fold_words(c ->> 'value'), fold_words(c ->> 'ar'), fold_words(c ->> 'en')) limit 1)
      end as text_value,
      case when a.kind = 'boolean' then
        case when lower(v) in (${sqlWords(YES)}) then true
             when lower(v) in (${sqlWords(NO)}) then false end
      end as boolean_value
    from batch b, jsonb_each(b.attributes) e
    join attributes a on a.code = e.key,
    lateral (select e.value ->> 2 as v) value
    where b.reason is null
  ), written as (
    insert into product_attributes as pa (product_id, attribute_id, number_value, text_value, boolean_value)
    select product_id, attribute_id, number_value, text_value, boolean_value from wanted
    where num_nonnulls(number_value, text_value, boolean_value) = 1
    on conflict (product_id, attribute_id) do update set
      number_value = excluded.number_value, text_value = excluded.text_value, boolean_value = excluded.boolean_value
    where (pa.number_value, pa.text_value, pa.boolean_value)
      is distinct from (excluded.number_value, excluded.text_value, excluded.boolean_value)
    returning product_id, attribute_id, coalesce(to_jsonb(number_value), to_jsonb(text_value), to_jsonb(boolean_value)) as value
  ), noted as (
    insert into changed_parts (product_id, part, before, after)
    select n.product_id, 'attributes', jsonb_object_agg(w.code, former.value), jsonb_object_agg(w.code, n.value)
    from written n join wanted w on w.is_known and w.product_id = n.product_id and w.attribute_id = n.attribute_id
    -- Still the values from before this statement.
    left join lateral (
      select coalesce(to_jsonb(pa.number_value), to_jsonb(pa.text_value), to_jsonb(pa.boolean_value)) as value
      from product_attributes pa where pa.product_id = n.product_id and pa.attribute_id = n.attribute_id
    ) former on true
    group by n.product_id
  )
  insert into changed (product_id, created) select distinct product_id, false from written`
