import type { ImportDetail, ImportItem } from '#app/imports/runs/import_list_query'
import { type ImportRunState, isWorking, mayBecome } from '#app/imports/runs/import_run_state'
import { importDetail, importItem } from '#app/imports/runs/import_transformer'
import { dinars } from '#app/money/dinars'
import type StaffMember from '#app/staff/members/staff_member'

const TONES: Record<ImportRunState, string> = {
  uploaded: 'info',
  checking: 'info',
  checked: 'warn',
  staging: 'info',
  applying: 'info',
  paused: 'warn',
  done: 'ok',
  failed: 'bad',
  cancelled: '',
  rolling_back: 'info',
  rolled_back: '',
}

const MONEY = ['price', 'compare_at_price', 'cost', 'core_charge']
const SECONDS = 2

/** A run in the list: what it is, how it stands, whose it is. */
export function listed(run: ImportItem) {
  return { ...importItem(run), tone: TONES[run.state], by: byWhom(run), at: run.createdAt }
}

/** A name; else what the actor is: null for a command. */
const byWhom = ({ actor, author }: ImportItem) => (actor === 'command' ? null : author)

/** Everything that the page of a run shows, and what may be done with it now. */
export function importPage(run: ImportDetail, member: StaffMember) {
  const { preview, undone, ...item } = importDetail(run, member)
  const may = (to: ImportRunState) => run.upload !== null && mayBecome(run.state, to)
  return {
    run: { ...item, ...listed(run), layout: run.layout, isOurs: run.upload !== null },
    every: isWorking(run.state) ? SECONDS : 0,
    preview: preview && { ...preview, changes: preview.changes.map(inDinars) },
    undone: undone && {
      ...undone,
      sample: undone.sample.map((c) => ({ ...c, ...conflictText(c) })),
    },
    can: {
      choose: ['uploaded', 'checked'].includes(run.state) && run.upload !== null,
      start: run.state === 'checked',
      pause: may('paused'),
      resume: run.state === 'paused',
      cancel: may('cancelled'),
      rollBack:
        mayBecome(run.state, 'rolling_back') && item.counts.created + item.counts.updated > 0,
    },
  }
}

type Shown = { field: string; before: string | null; after: string | null }

function inDinars<Row extends Shown>(row: Row): Row {
  const { field, before, after } = row
  return { ...row, before: valueText(field, before), after: valueText(field, after) }
}

const conflictText = ({
  field,
  now,
  wanted,
}: {
  field: string
  now: string | null
  wanted: string | null
}) => ({ now: valueText(field, now), wanted: valueText(field, wanted) })

function valueText(field: string, value: string | null): string | null {
  return value !== null && MONEY.includes(field) ? dinars(Number(value)) : value
}
