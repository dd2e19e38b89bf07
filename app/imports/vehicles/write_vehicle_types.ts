import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Finds the types that the rows of `batch` mean: by K-type, else by what the row says of them. Rejects rows
 * that cannot become one, before anything is written for them.
 */
export async function findVehicleTypes(trx: TransactionClientContract) {
  await sql(FIND_KNOWN_MODELS, [], trx)
  await sql(FIND_BY_KTYPE, [], trx)
  await sql(FIND_BY_NAME, [], trx)
  await sql(REJECT_HALF_KNOWN, [], trx)
}

/** Writes the types of rows whose models are there. */
export async function writeVehicleTypes(trx: TransactionClientContract) {
  await sql(UPDATE_TYPES, [], trx)
  await sql(ADD_TYPES, [], trx)
}

const FIND_KNOWN_MODELS = `
  update batch b set model_id = m.id from vehicle_models m where m.slug = b.model_slug and b.reason is null`

const FIND_BY_KTYPE = `
  update batch b set type_id = t.id from vehicle_types t where t.ktype = b.ktype and b.reason is null`

/** The one type that has this name and contradicts nothing. One that has a K-type keeps it. */
const FIND_BY_NAME = `
  with candidates as (
    select b.seq, min(t.id) as id
    from batch b join vehicle_types t on t.model_id = b.model_id and fold_words(t.name) = b.type_folded
      and t.body = coalesce(b.body, t.body) and t.power_kw is not distinct from coalesce(b.kw, t.power_kw)
      and t.engine_code_norm = coalesce(norm_ref(b.engine_code), t.engine_code_norm)
      and (t.ktype is null or b.ktype is null)
    where b.type_id is null and b.type is not null and b.reason is null
    group by b.seq having count(*) = 1
  )
  update batch b set type_id = c.id
  from (select distinct on (id) id, seq from candidates order by id, seq) c where c.seq = b.seq`

const REJECT_HALF_KNOWN = `
  update batch set reason = case when fuel is null then 'fuel: a new vehicle needs one'
    else 'from: a new vehicle needs the year it was first built' end
  where type is not null and type_id is null and reason is null and (fuel is null or produced_from is null)`

const UPDATE_TYPES = `
  with wanted as (
    select t.id, b.seq, b.model_id,
      case when fold_words(t.name) = b.type_folded then t.name else b.type end as name, coalesce(b.body, t.body) as body,
      coalesce(b.fuel, t.fuel) as fuel, coalesce(b.cc, t.displacement_cc) as cc, coalesce(b.kw, t.power_kw) as kw,
      coalesce(b.engine_code, t.engine_code) as engine_code, coalesce(b.produced_from, t.produced_from) as produced_from,
      coalesce(b.produced_to, t.produced_to) as produced_to, coalesce(b.ktype, t.ktype) as ktype
    from batch b join vehicle_types t on t.id = b.type_id where b.reason is null
  ), updated as (
    update vehicle_types t set model_id = w.model_id, name = w.name, body = w.body, fuel = w.fuel,
      displacement_cc = w.cc, power_kw = w.kw, engine_code = w.engine_code, produced_from = w.produced_from,
      produced_to = w.produced_to, ktype = w.ktype, version = t.version + 1
    from wanted w where t.id = w.id and
      (t.model_id, t.name, t.body, t.fuel, t.displacement_cc, t.power_kw, t.engine_code, t.produced_from, t.produced_to, t.ktype)
      is distinct from
      (w.model_id, w.name, w.body, w.fuel, w.cc, w.kw, w.engine_code, w.produced_from, w.produced_to, w.ktype)
    returning t.id, w.seq
  ), noted as (insert into changed_types (id) select id from updated)
  insert into changed (seq, created) select seq, false from updated`

const ADD_TYPES = `
  with added as (
    insert into vehicle_types (model_id, name, body, fuel, displacement_cc, power_kw, engine_code, produced_from,
      produced_to, ktype)
    select model_id, type, coalesce(body, 'other'), fuel, cc, kw, coalesce(engine_code, ''), produced_from, produced_to, ktype
    from batch where type is not null and type_id is null and reason is null order by seq
    on conflict do nothing
    returning id, model_id, name, body, engine_code_norm, power_kw, ktype
  ), noted as (insert into changed_types (id) select id from added)
  insert into changed (seq, created)
  select b.seq, true from added a join batch b on b.model_id = a.model_id and b.type = a.name
    and coalesce(b.body, 'other') = a.body and coalesce(norm_ref(b.engine_code), '') = a.engine_code_norm
    and (b.kw, b.ktype) is not distinct from (a.power_kw, a.ktype)
  where b.type_id is null and b.reason is null`
