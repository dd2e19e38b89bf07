import { addDirectFitments } from '#app/imports/fitments/add_direct_fitments'
import { addFitmentRules } from '#app/imports/fitments/add_fitment_rules'
import { recordFitments } from '#app/fitment/rules/record_fitments'
import type { ApplyContext, BatchOutcome } from '#app/imports/import_target'
import { findParts } from '#app/imports/part_identity'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

/**
 * Writes the rows of `batch` as fitments, and as rules with the fitments that follow from them. Nothing
 * is ever taken away: a list says what fits, and never all of it.
 */
export async function applyFitments({ runId, trx, analyse }: ApplyContext): Promise<BatchOutcome> {
  await findParts(trx)
  await sql(REJECT_UNKNOWN_KTYPES, [], trx)
  await sql(ADD_CONDITIONS, [], trx)
  await sql('create temporary table changed (seq integer, created boolean) on commit drop', [], trx)
  await addDirectFitments(trx)
  await addFitmentRules(trx, `import:${runId}`)
  await recordFitments(ADDED, trx)
  if (analyse) await trx.rawQuery('analyze fitments, fitment_rules, fit_conditions')

  const [outcome] = await sql<BatchOutcome>(COUNT_CHANGES, [], trx)
  if (outcome.created + outcome.updated > 0) await bumpEpochs(['catalogue'], trx)
  return outcome
}

const ADDED = `
  select product_id, vehicle_type_id, position, condition_id, null::bigint as rule_id from missing
  union all
  select product_id, null, null, null, id from new_rules`

const REJECT_UNKNOWN_KTYPES = `
  update batch b set reason = 'ktype: there is no vehicle «' || b.ktype || '»'
  where b.ktype is not null and b.reason is null
    and not exists (select from vehicle_types t where t.ktype = b.ktype)`

/** Each condition is written once. The texts of rules come on top of that of their row. */
const ADD_CONDITIONS = `
  insert into fit_conditions (text_fr)
  select distinct text from (
    select condition as text from batch where reason is null and (ktype is not null or scopes is not null)
    union all
    select concat_ws(' ; ', nullif(b.condition, ''), nullif(r ->> 'condition', ''))
    from batch b, jsonb_array_elements(b.scopes -> 'rules') r where b.reason is null
  ) given
  where not exists (select from fit_conditions c where c.text_fr = given.text)
  order by 1 on conflict do nothing`

const COUNT_CHANGES = `
  select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated
  from (select bool_or(created) as created from changed group by seq) rows`
