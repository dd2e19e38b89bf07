import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** What customers call makes and models, besides their names. Aliases are only ever added. */
export async function addVehicleAliases(trx: TransactionClientContract) {
  await sql(ADD_ALIASES('make_id', 'make_aliases'), [], trx)
  await sql(ADD_ALIASES('model_id', 'aliases'), [], trx)
}

const ADD_ALIASES = (of: 'make_id' | 'model_id', list: string) => `
  with given as (
    select b.${of} as id, fold_words(alias) as alias_norm, min(alias) as alias, min(b.seq) as seq
    from batch b, jsonb_array_elements_text(b.${list}) alias
    where b.${of} is not null and b.reason is null group by 1, 2
  ), missing as materialized (
    select * from given g where not exists (
      select from vehicle_aliases a where a.${of} = g.id and a.alias_norm = g.alias_norm)
  ), added as (
    insert into vehicle_aliases (${of}, alias) select id, alias from missing order by seq on conflict do nothing
  )
  insert into changed (seq, created) select seq, false from missing`
