/** What somebody may do with a run. */
export const MOVE_NAMES = ['start', 'pause', 'resume', 'cancellation', 'rollback'] as const
export type MoveName = (typeof MOVE_NAMES)[number]

export type ImportRunState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'staging'
  | 'applying'
  | 'paused'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'rolling_back'
  | 'rolled_back'

/**
 * What may follow what. A file that was uploaded is tried out (`checking`) until somebody says go. A run
 * that is staging or applying is taken up again after a crash; one that wrote rows, however it ended,
 * can be taken back.
 */
const MOVES: Record<ImportRunState, ImportRunState[]> = {
  uploaded: ['checking', 'staging', 'failed', 'cancelled'],
  checking: ['checked', 'uploaded', 'failed', 'cancelled'],
  checked: ['checking', 'staging', 'cancelled'],
  staging: ['applying', 'paused', 'failed', 'cancelled'],
  applying: ['done', 'paused', 'failed', 'cancelled'],
  paused: ['staging', 'applying', 'cancelled'],
  done: ['rolling_back'],
  failed: ['rolling_back'],
  cancelled: ['rolling_back'],
  rolling_back: ['rolled_back'],
  rolled_back: [],
}

/** States in which a job is due: whoever finds one without a job leaves one. */
export const WORKING: ImportRunState[] = ['checking', 'staging', 'applying', 'rolling_back']

export const isWorking = (state: ImportRunState) => WORKING.includes(state)

export function mayBecome(from: ImportRunState, to: ImportRunState): boolean {
  return MOVES[from].includes(to)
}

/** States from which a run may become `to`. */
export function statesBefore(to: ImportRunState): ImportRunState[] {
  return (Object.keys(MOVES) as ImportRunState[]).filter((from) => mayBecome(from, to))
}
