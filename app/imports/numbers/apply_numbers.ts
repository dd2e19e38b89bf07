import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import type { ApplyContext, BatchOutcome } from '#app/imports/import_target'
import { prepareParts, recordParts } from '#app/imports/record_parts'
import { linkSuccessors } from '#app/imports/link_successors'
import { findParts } from '#app/imports/part_identity'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

/** Writes the rows of `batch` as numbers of products and as supersessions. Numbers are only ever added. */
export async function applyNumbers({ runId, trx, analyse }: ApplyContext): Promise<BatchOutcome> {
  await findParts(trx)
  await sql(
    'create temporary table changed (seq integer, product_id integer, created boolean) on commit drop',
    [],
    trx
  )
  await prepareParts(trx)
  await addNumbers(trx, `import:${runId}`)
  const replaced = await linkSuccessors(trx)
  await recordParts(trx)
  await sql(ADD_SUPERSESSIONS, [`import:${runId}`], trx)
  if (analyse) await trx.rawQuery('analyze part_numbers, supersessions')
  return tellChanges(trx, replaced)
}

async function addNumbers(trx: TransactionClientContract, source: string) {
  await sql(LIST_NUMBERS, [], trx)
  await sql('analyze numbers', [], trx)
  await sql(UPDATE_CONFIDENCE, [], trx)
  await sql(ADD_NUMBERS, [source], trx)
}

/** A maker's number without an owner is that of the product's brand. */
const LIST_NUMBERS = `
  create temporary table numbers on commit drop as
  select distinct on (s.product_id, n.kind, norm_ref(w.owner), norm_ref(n.number))
    b.seq, s.product_id, n.kind, w.owner, n.number, norm_ref(w.owner) collate "C" as owner_norm,
    norm_ref(n.number) collate "C" as number_norm, b.confidence, b.source
  from batch b
  join parts s using (seq)
  join products p on p.id = s.product_id
  join brands k on k.id = p.brand_id
  cross join jsonb_to_recordset(b.numbers) as n (kind text, owner text, number text)
  cross join lateral (select case when n.kind = 'mpn' and n.owner = '' then k.name collate "default" else n.owner end as owner) w
  where b.reason is null
  order by s.product_id, n.kind, norm_ref(w.owner), norm_ref(n.number), b.seq`

const SAME_NUMBER = `n.product_id = w.product_id and n.kind = w.kind and n.owner_norm = w.owner_norm
  and n.number_norm = w.number_norm`

/** As the log tells a number. */
const TOLD_NUMBER = `jsonb_build_object('kind', n.kind, 'owner', n.owner, 'number', n.number, 'source', n.source)`

const UPDATE_CONFIDENCE = `
  with due as (
    select n.id, w.seq, w.product_id, w.confidence, n.confidence as former, ${TOLD_NUMBER} as told
    from numbers w join part_numbers n on ${SAME_NUMBER} and n.confidence <> w.confidence
  ), updated as (
    update part_numbers n set confidence = d.confidence from due d where n.id = d.id
    returning d.seq, d.product_id, d.former, d.confidence, d.told
  ), noted as (
    insert into changed_parts (product_id, part, before, after)
    select product_id, 'partNumbers', told || jsonb_build_object('confidence', former),
      told || jsonb_build_object('confidence', confidence) from updated
  )
  insert into changed (seq, product_id, created) select seq, product_id, false from updated`

const ADD_NUMBERS = `
  with missing as materialized (
    select w.* from numbers w where not exists (select from part_numbers n where ${SAME_NUMBER})
  ), added as (
    insert into part_numbers as n (product_id, kind, owner, number, confidence, source)
    select product_id, kind, owner, number, coalesce(confidence, 100), coalesce(source, $1)
    from missing order by product_id, seq on conflict do nothing returning n.*
  ), noted as (
    insert into changed_parts (product_id, part, after)
    select product_id, 'partNumbers', ${TOLD_NUMBER} || jsonb_build_object('confidence', n.confidence) from added n
  )
  insert into changed (seq, product_id, created) select seq, product_id, true from missing`

const ADD_SUPERSESSIONS = `
  with missing as materialized (
    select distinct on (norm_ref(owner), norm_ref(old_number), norm_ref(new_number)) seq, owner, old_number, new_number
    from batch b where old_number is not null and reason is null and not exists (
      select from supersessions s where s.owner_norm = norm_ref(b.owner) collate "C"
        and s.old_norm = norm_ref(b.old_number) collate "C" and s.new_norm = norm_ref(b.new_number) collate "C")
    order by norm_ref(owner), norm_ref(old_number), norm_ref(new_number), seq
  ), added as (
    insert into supersessions (owner, old_number, new_number, source)
    select owner, old_number, new_number, $1 from missing order by seq on conflict do nothing
  )
  insert into changed (seq, created) select seq, true from missing`

async function tellChanges(
  trx: TransactionClientContract,
  replaced: number[]
): Promise<BatchOutcome> {
  const products = await sql<{ id: number }>(
    'select distinct product_id as id from changed where product_id is not null',
    [],
    trx
  )
  await emitProductsChanged([...new Set([...products.map(({ id }) => id), ...replaced])], trx)
  const [outcome] = await sql<BatchOutcome>(COUNT_CHANGES, [], trx)
  // What was replaced belongs to no product, and is in answers all the same.
  if (outcome.created > 0 && !products.length) await bumpEpochs(['catalogue'], trx)
  return outcome
}

const COUNT_CHANGES = `
  select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated
  from (select bool_or(created) as created from changed group by seq) rows`
