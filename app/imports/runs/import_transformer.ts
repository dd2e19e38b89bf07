import { numbersInLog } from '#app/catalogue/products/numbers_in_log'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import type { FoundPreview, ImportDetail, ImportItem } from '#app/imports/runs/import_list_query'
import type { Change } from '#app/imports/runs/sample_changes'
import { reasonWithoutCost } from '#app/imports/files/without_costs'
import type StaffMember from '#app/staff/members/staff_member'

/** How many conflicts of a rollback one answer carries. */
const SHOWN_CONFLICTS = 200

/** An import as lists tell it. */
export function importItem(run: ImportItem) {
  const { created, updated, unchanged, rejected } = run.counts
  return {
    id: run.id,
    entity: run.entity,
    state: run.state,
    fileName: run.fileName,
    supplier: run.supplier,
    counts: {
      created: created ?? 0,
      updated: updated ?? 0,
      unchanged: unchanged ?? 0,
      rejected: rejected ?? 0,
    },
    progress: progressOf(run),
    error: run.error,
    actor: run.actor,
    createdAt: run.createdAt.toISOString(),
    updatedAt: run.updatedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}

/** How far a run has come. While a file is read nobody knows how many rows it has: `total` is 0. */
function progressOf({ state, rowsRead, rowsStaged, rowsApplied }: ImportItem) {
  if (rowsStaged > 0) return { phase: phaseOf(state), done: rowsApplied, total: rowsStaged }
  return { phase: 'reading', done: rowsRead, total: 0 }
}

const phaseOf = (state: ImportItem['state']) => (state === 'checking' ? 'checking' : 'applying')

/** An import with what its dry run found and what a rollback left; costs for those who may know. */
export function importDetail(run: ImportDetail, member: StaffMember) {
  const mayKnowCosts = member.may('costs:read')
  const mayKnow = (change: { field: string }) => change.field !== 'cost' || mayKnowCosts
  const reasonOf = mayKnowCosts ? (reason: string) => reason : reasonWithoutCost
  return {
    ...importItem(run),
    preview: run.preview && previewOf(run.preview, mayKnow, reasonOf),
    undone: run.undone && {
      count: run.undone.undone,
      conflicts: run.undone.conflicts.length,
      sample: run.undone.conflicts.filter(mayKnow).slice(0, SHOWN_CONFLICTS).map(conflictItem),
    },
  }
}

function previewOf(
  { prices, changes = [], rejected, notes }: FoundPreview,
  mayKnow: (change: Change) => boolean,
  reasonOf: (reason: string) => string
) {
  return {
    priceAlarms: {
      over20: prices?.over20 ?? 0,
      over30: prices?.over30 ?? 0,
      sample: prices?.sample ?? [],
    },
    changes: changes.filter(mayKnow).map(({ entity, label, field, before, after }) => {
      return { entity, label, field, before: told(field, before), after: told(field, after) }
    }),
    rejected: rejected.map(({ line, reason }) => ({ line, reason: reasonOf(reason) })),
    notes,
  }
}

const told = (field: string, value: unknown) =>
  field === 'partNumbers' ? numbersInLog(value) : shown(value)

function conflictItem({ entity, id, label, field, now, wanted }: Conflict) {
  return { entity, id, label, field, now: shown(now), wanted: shown(wanted) }
}

/** Values of any column as text, as they stand in the database. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
