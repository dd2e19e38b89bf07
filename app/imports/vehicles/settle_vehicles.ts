import type pg from 'pg'
import { readVehicles } from '#app/fitment/vehicles/vehicle_catalogue'
import { type NamedModel, VehicleNaming } from '#app/imports/vehicles/name_vehicles'

/** Finds out which makes and models the rows mean, when those were built, and which rows repeat others. */
export async function settleVehicles(staging: string, session: pg.Client): Promise<string[]> {
  const run = (text: string, values: unknown[] = []) =>
    session.query(text.replaceAll('staging', staging), values)
  const { rows } = await session.query<NamedModel>(LIST_MODELS.replaceAll('staging', staging))
  const naming = new VehicleNaming(await readVehicles())
  const named = rows.map((row) => ({ ...row, ...naming.slugsOf(row) }))
  await run(FILL_SLUGS, [JSON.stringify(named)])
  await run(FILL_MODEL_YEARS)
  await run(REJECT_REPETITIONS)
  await run(MERGE_CONTINUATIONS)
  return []
}

const LIST_MODELS = `
  select make, model, min(coalesce(model_from, extract(year from produced_from)))::int as "from",
    case when bool_and(coalesce(model_to, extract(year from produced_to)) is not null)
      then max(coalesce(model_to, extract(year from produced_to)))::int end as "to"
  from staging where reason is null group by make, model`

const FILL_SLUGS = `
  update staging s set make_slug = n."makeSlug", model_slug = n."modelSlug",
    reason = case when n."makeSlug" = '' then 'make: «' || s.make || '» is unknown: a new make needs a name in Latin letters'
      when n."modelSlug" = '' then 'model: «' || s.model || '» is unknown: a new model needs a name in Latin letters' end
  from jsonb_to_recordset($1::jsonb) as n (make text, model text, "makeSlug" text, "modelSlug" text)
  where s.make = n.make and s.model is not distinct from n.model and s.reason is null`

/** A model was built as long as its types: the same years on each of its rows, in whichever batch. */
const FILL_MODEL_YEARS = `
  update staging s set model_from = y.year_from, model_to = y.year_to
  from (
    select model_slug, min(coalesce(model_from, extract(year from produced_from)))::smallint as year_from,
      case when bool_and(coalesce(model_to, extract(year from produced_to)) is not null)
        then max(coalesce(model_to, extract(year from produced_to)))::smallint end as year_to
    from staging where model_slug is not null and reason is null group by 1
  ) y where s.model_slug = y.model_slug and s.reason is null`

/** A K-type stands once in a list. */
const REJECT_REPETITIONS = `
  update staging s set reason = 'ktype: ' || s.ktype || ' is already on line ' || f.line
  from (select distinct on (ktype) ktype, seq, line from staging
        where ktype is not null and reason is null order by ktype, seq) f
  where f.ktype = s.ktype and s.seq > f.seq and s.reason is null`

/** Lists with a row for each year, or for each alias, say more of the vehicle of an earlier row. */
const MERGE_CONTINUATIONS = `
  with keyed as (
    select seq, produced_from, produced_to, aliases, first_value(seq) over (
      partition by model_slug, type_folded, body, norm_ref(coalesce(engine_code, '')), kw order by seq) as first
    from staging where type is not null and ktype is null and reason is null
  ), groups as (
    select first, min(produced_from) as produced_from,
      case when bool_and(produced_to is not null) then max(produced_to) end as produced_to,
      (select jsonb_agg(distinct alias) from keyed a, jsonb_array_elements(a.aliases) alias
       where a.first = k.first) as aliases
    from keyed k group by first having count(*) > 1
  ), merging as (
    update staging s set merged = true from keyed k join groups using (first) where s.seq = k.seq and k.seq > k.first
  )
  update staging s set produced_from = g.produced_from, produced_to = g.produced_to,
    aliases = coalesce(g.aliases, '[]')
  from groups g where s.seq = g.first`
