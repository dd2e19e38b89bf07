import type { OpenedRun } from '#app/prospector/runs/open_run'

/** Somebody who looks on while a run is under way. */
export interface RunWatcher {
  opened(run: OpenedRun): void
  /** So many of all that is asked of a source now are behind us. */
  moved(source: 'places' | 'website', done: number, total: number): void
}
