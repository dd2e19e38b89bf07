import type pg from 'pg'
import { withSession } from '#app/platform/database/session'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { vocabularyQuery } from '#app/prospector/reader/vocabulary_query'
import { askPlaces } from '#app/prospector/runs/ask_places'
import { openRun, type RunScope } from '#app/prospector/runs/open_run'
import { planSites, readSites } from '#app/prospector/runs/read_sites'
import { crawlSettings, placesAccess } from '#app/prospector/runs/run_settings'
import type { RunWatcher } from '#app/prospector/runs/run_watcher'
import type { PlacesAccess } from '#app/prospector/sources/places/search_places'
import type { CrawlOptions } from '#app/prospector/sources/website/crawl_site'

export interface RunOptions extends RunScope {
  /** How to reach Places; null for not at all. The settings say it otherwise. */
  places?: PlacesAccess | null
  /** How to reach websites. */
  crawl?: Partial<CrawlOptions>
  signal?: AbortSignal
  watch?: RunWatcher
}

/**
 * Asks all sources, or goes on with the run that was left unfinished, and returns its id. One at a time
 * over all processes: a session lock, which the database takes back from a process that died.
 * One that fails is taken up by the next one, too.
 * @throws Problem 409 while another one runs
 */
export function runProspector(options: RunOptions = {}): Promise<number> {
  return withSession('prospector', async (session, lost) => {
    if (!(await isFirst(session))) throw alreadyRuns()
    const places = options.places === undefined ? placesAccess() : options.places
    const run = await openRun(options, places !== null)
    options.watch?.opened(run)
    const signal = AbortSignal.any([lost, ...(options.signal ? [options.signal] : [])])
    try {
      await work(run.id, places, { ...options, signal })
    } catch (error) {
      // Told to stop, or without the lock: the run goes on when somebody takes it up.
      if (!signal.aborted) await endRun(run.id, error)
      throw error
    }
    await endRun(run.id)
    return run.id
  })
}

async function work(runId: number, places: PlacesAccess | null, options: RunOptions) {
  const { crawl, signal, watch } = options
  if (places) await askPlaces(runId, places, { signal, watch })
  await planSites(runId)
  const vocabulary = await vocabularyQuery()
  await readSites(runId, { ...crawlSettings(), ...crawl, vocabulary, signal }, watch)
}

async function isFirst(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ first: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('prospector.run', 0)) as first`
  )
  return rows[0].first
}

async function endRun(id: number, error?: unknown) {
  await sql(
    `update prospector_runs set state = $2, finished_at = now(), error = left($3, 500) where id = $1`,
    [id, error === undefined ? 'done' : 'failed', error === undefined ? null : String(error)]
  )
}

const alreadyRuns = () =>
  new Problem({
    ...{ status: 409, code: 'already_running', title: 'Prospector is at work' },
    detail: 'A run is under way already. Look again when it has ended.',
  })
