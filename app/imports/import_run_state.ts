export type ImportRunState = 'staging' | 'applying' | 'done' | 'failed' | 'cancelled'

/**
 * What may follow what. A run that is staging or applying is alive: the same
 * command takes it up again after a crash. The others are history.
 */
const MOVES: Record<ImportRunState, ImportRunState[]> = {
  staging: ['applying', 'failed', 'cancelled'],
  applying: ['done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
}

export function mayBecome(from: ImportRunState, to: ImportRunState): boolean {
  return MOVES[from].includes(to)
}

/** States from which a run may become `to`. */
export function statesBefore(to: ImportRunState): ImportRunState[] {
  return (Object.keys(MOVES) as ImportRunState[]).filter((from) => mayBecome(from, to))
}

export function isAlive(state: ImportRunState): boolean {
  return MOVES[state].length > 0
}
