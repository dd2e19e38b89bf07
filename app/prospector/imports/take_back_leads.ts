import { isDeepStrictEqual } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Says } from '#app/prospector/imports/imported_changes'
import { inWords, SHOWN } from '#app/prospector/imports/sample_of_leads'
import { projectLead } from '#app/prospector/leads/project_lead'
import { withoutSuppressed } from '#app/prospector/leads/suppressions'
import { lockLeads } from '#app/prospector/leads/lock_leads'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'
import type { Finding } from '#app/prospector/sources/finding'

const BATCH = 200

/**
 * Makes lists say again what they said before an import, and the leads again of that; a lead that nobody else tells of goes.
 * What another list says since, and leads that somebody works, stay and are told. Works in batches that commit; the same
 * call after a crash goes on.
 */
export async function takeBackLeads(
  runId: number,
  acting: Acting,
  guard: (trx: TransactionClientContract) => Promise<void>
): Promise<{ undone: number; conflicts: Conflict[] }> {
  const author = { ...acting, cause: `undo:import:${runId}` }
  for (let left = BATCH; left === BATCH;) {
    left = await db.transaction(async (trx) => {
      await guard(trx)
      await actAs(trx, author)
      await lockLeads(trx)
      return takeBackSome(runId, trx)
    })
  }
  return outcomeOf(runId)
}

type ChangeRow = {
  id: number
  before: Says | null
  seenBefore: Date | null
  after: Says
  sourceId: number | null
  leadId: number
  says: Says
  /** The source is the only one of its lead. */
  isLast: boolean
  /** Somebody does something with the lead. */
  isWorked: boolean
}

/** The last ones first, as one list may say two things of one business. Returns how many there were. */
async function takeBackSome(runId: number, trx: TransactionClientContract): Promise<number> {
  const changes = await sql<{ id: number }>(
    `select id from lead_import_changes where run_id = $1 and undone_at is null order by id desc limit ${BATCH}`,
    [runId],
    trx
  )
  for (const { id } of changes) {
    const [change] = await sql<ChangeRow>(CHANGE, [id], trx)
    const conflicts = change.sourceId === null ? [] : await takeBack(runId, change, trx)
    await sql(
      `update lead_import_changes set undone_at = now(), conflicts = $2, before = null, after = null where id = $1`,
      [id, JSON.stringify(conflicts)],
      trx
    )
  }
  return changes.length
}

function takeBack(runId: number, change: ChangeRow, trx: TransactionClientContract) {
  return change.before === null
    ? removeSource(change, trx)
    : restoreSource(runId, change, change.before, trx)
}

/** What the list made goes, unless another one has changed it or its lead is worked with it alone. */
async function removeSource(
  { sourceId, leadId, says, after, isLast, isWorked }: ChangeRow,
  trx: TransactionClientContract
): Promise<Conflict[]> {
  const why = !isDeepStrictEqual(says, after) ? 'changed' : isLast && isWorked ? 'used' : null
  if (why) return [{ ...conflictOf(leadId, says, '*'), now: why, wanted: 'removed' }]
  if (isLast) {
    await sql('delete from leads where id = $1', [leadId], trx)
    return []
  }
  await sql('delete from lead_sources where id = $1', [sourceId], trx)
  await renew(leadId, trx)
  return []
}

/** Each field goes back that still is what the list made of it. Who asked to be left alone since is not named again. */
async function restoreSource(
  runId: number,
  { sourceId, leadId, says, after, seenBefore }: ChangeRow,
  before: Says,
  trx: TransactionClientContract
): Promise<Conflict[]> {
  const fields = Object.keys({ ...before, ...after })
  const isMoved = (field: string) =>
    !isDeepStrictEqual(says[field], after[field]) && !isDeepStrictEqual(says[field], before[field])
  const wanted = fields.map((field) => [field, isMoved(field) ? says[field] : before[field]])
  const { finding } = await withoutSuppressed(
    Object.fromEntries(wanted) as Pick<Finding, 'phones' | 'emails'>,
    trx
  )
  await sql(
    `update lead_sources set says = $2, last_seen_at = coalesce($3, last_seen_at), evidence = array_remove(evidence, $4)
     where id = $1`,
    [
      ...[sourceId, JSON.stringify(finding)],
      ...[fields.some(isMoved) ? null : seenBefore, `import:${runId}`],
    ],
    trx
  )
  await renew(leadId, trx)
  return fields
    .filter((field) => isMoved(field) && !isDeepStrictEqual(before[field], after[field]))
    .filter((field) => SHOWN.includes(field))
    .map((field) => ({
      ...conflictOf(leadId, says, field),
      ...{ now: inWords(says[field]), wanted: inWords(before[field]) },
    }))
}

const conflictOf = (id: number, says: Says, field: string) => ({
  ...{ entity: 'leads', id, label: inWords(says.name) ?? String(id), field },
})

async function renew(leadId: number, trx: TransactionClientContract) {
  await projectLead(leadId, trx)
  await rescoreLeads([leadId], { trx })
}

async function outcomeOf(runId: number) {
  const rows = await sql<{ conflicts: Conflict[] }>(
    'select conflicts from lead_import_changes where run_id = $1 and undone_at is not null order by id',
    [runId]
  )
  const isBack = ({ conflicts }: { conflicts: Conflict[] }) =>
    !conflicts.some(({ field }) => field === '*')
  return {
    undone: rows.filter(isBack).length,
    conflicts: rows.flatMap(({ conflicts }) => conflicts),
  }
}

const CHANGE = /* sql */ `
  select c.id, c.before, c.seen_before as "seenBefore", c.after, s.id as "sourceId", s.lead_id as "leadId", s.says,
    not exists (select from lead_sources o where o.lead_id = s.lead_id and o.id <> s.id) as "isLast",
    l.status <> 'new' or l.customer_id is not null or l.merged_into is not null
      or exists (select from lead_tasks t where t.lead_id = l.id)
      or exists (select from lead_events e where e.lead_id = l.id and e.kind <> 'found')
      or exists (select from lead_merges m where l.id in (m.into_lead_id, m.from_lead_id)) as "isWorked"
  from lead_import_changes c
  left join lead_sources s on s.id = c.source_id left join leads l on l.id = s.lead_id where c.id = $1`
