import type pg from 'pg'
import { readVehicles } from '#app/fitment/vehicle_catalogue'
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

const REJECT_REPETITIONS = `
  with repeated as (
    select seq, first_value(line) over same as first_line, row_number() over same as n, ktype, type
    from staging where type is not null and reason is null
    window same as (partition by ktype, case when ktype is null then
      jsonb_build_array(model_slug, type_folded, body, norm_ref(coalesce(engine_code, '')), kw) end order by seq)
  )
  update staging s set reason = case when r.ktype is null then 'type: «' || r.type || '» of this model'
      else 'ktype: ' || r.ktype end || ' is already on line ' || r.first_line
  from repeated r where r.seq = s.seq and r.n > 1`
