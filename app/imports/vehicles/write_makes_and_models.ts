import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Makes and models of the rows of `batch`: rows without a type that make a new one count as created. */
export async function writeMakesAndModels(trx: TransactionClientContract) {
  await sql(ADD_MAKES, [], trx)
  await sql(UPDATE_MAKES, [], trx)
  await sql(FIND_MAKES, [], trx)
  await sql(REJECT_TIMELESS_MODELS, [], trx)
  await sql(ADD_MODELS, [], trx)
  await sql(UPDATE_MODELS, [], trx)
  await sql(FIND_MODELS, [], trx)
}

/** Rows that only name a make or model are created with it; the others wait for their type. */
const NOTE_FIRST = (slug: string, has: string) => `
  insert into changed (seq, created)
  select distinct on (b.${slug}) b.seq, true from batch b join added a on a.slug = b.${slug}
  where ${has} is null and b.reason is null order by b.${slug}, b.seq`

const ADD_MAKES = `
  with added as (
    insert into vehicle_makes (slug, name)
    select distinct on (make_slug) make_slug, make from batch b
    where reason is null and not exists (select from vehicle_makes m where m.slug = b.make_slug)
    order by make_slug, seq
    on conflict do nothing returning slug
  ) ${NOTE_FIRST('make_slug', 'b.model')}`

const UPDATE_MAKES = `
  with given as (
    select distinct on (make_slug) make_slug, seq, make_ar from batch
    where make_ar is not null and reason is null order by make_slug, seq desc
  ), updated as (
    update vehicle_makes m set name_ar = g.make_ar, version = m.version + 1 from given g
    where m.slug = g.make_slug and m.name_ar is distinct from g.make_ar returning g.seq
  )
  insert into changed (seq, created) select seq, false from updated`

const FIND_MAKES = `
  update batch b set make_id = m.id,
    reason = case when m.id is null then 'make: another make is called «' || b.make || '»' end
  from batch s left join vehicle_makes m on m.slug = s.make_slug
  where s.seq = b.seq and b.reason is null`

const REJECT_TIMELESS_MODELS = `
  update batch b set reason = 'from: the new model «' || model || '» needs the year it was first built'
  where model_slug is not null and model_from is null and reason is null
    and not exists (select from vehicle_models m where m.slug = b.model_slug)`

const ADD_MODELS = `
  with added as (
    insert into vehicle_models (make_id, slug, name, year_from, year_to)
    select distinct on (model_slug) make_id, model_slug, model, model_from, model_to from batch b
    where reason is null and model_slug is not null
      and not exists (select from vehicle_models m where m.slug = b.model_slug)
    order by model_slug, seq
    on conflict do nothing returning slug
  ) ${NOTE_FIRST('model_slug', 'b.type')}`

/** Codes are added to those that are known; years only ever widen. */
const UPDATE_MODELS = `
  with given as (
    select b.model_slug, min(b.seq) as seq, (array_agg(b.model_ar order by b.seq desc) filter (where b.model_ar is not null))[1] as model_ar,
      min(b.model_from) as model_from, max(b.model_to) as model_to,
      array(select distinct code from batch c, jsonb_array_elements_text(c.chassis_codes) code
            where c.model_slug = b.model_slug and c.reason is null order by 1) as codes
    from batch b where b.model_slug is not null and b.reason is null group by 1
  ), wanted as (
    select m.id, g.seq, coalesce(g.model_ar, m.name_ar) as name_ar,
      m.chassis_codes || array(select code from unnest(g.codes) code where code <> all (m.chassis_codes)) as codes,
      least(m.year_from, g.model_from) as year_from,
      case when m.year_to is null or g.model_from is null then m.year_to
        when g.model_to is null then case when g.model_from <= m.year_to then m.year_to end
        else greatest(m.year_to, g.model_to) end as year_to
    from given g join vehicle_models m on m.slug = g.model_slug
  ), updated as (
    update vehicle_models m set name_ar = w.name_ar, chassis_codes = w.codes, year_from = w.year_from, year_to = w.year_to,
      version = m.version + 1
    from wanted w where m.id = w.id and (m.name_ar, m.chassis_codes, m.year_from, m.year_to)
      is distinct from (w.name_ar, w.codes, w.year_from, w.year_to)
    returning w.seq
  )
  insert into changed (seq, created) select seq, false from updated`

const FIND_MODELS = `
  update batch b set model_id = m.id,
    reason = case when m.id is null then 'model: another model of the make is called «' || b.model || '»' end
  from batch s left join vehicle_models m on m.slug = s.model_slug
  where s.seq = b.seq and b.reason is null and b.model_slug is not null`
