import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import {
  DependencyFault,
  DependencyTimeout,
  DependencyUnavailable,
} from '#app/platform/resilience/errors'
import { ownHost } from '#app/prospector/leads/own_domain'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import type { RunWatcher } from '#app/prospector/runs/run_watcher'
import {
  endStep,
  NOTHING,
  skipSource,
  skipStep,
  waitingSteps,
  type Outcome,
  type SkipReason,
  type Step,
} from '#app/prospector/runs/step'
import { findingOfPlace } from '#app/prospector/sources/places/finding_of_place'
import { queryOf, type PlacesQuery } from '#app/prospector/sources/places/queries'
import {
  CeilingReached,
  DailyQuotaUsed,
  PlacesRefused,
  searchPlaces,
  type PlacesAccess,
  type PlacesPage,
  type PlacesSearch,
} from '#app/prospector/sources/places/search_places'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'

const MOST_PAGES = 3
const RADIUS_METRES = 25_000

/** Asks Places everything that the run has still to ask. A page that is stored already is not paid for again. */
export async function askPlaces(
  runId: number,
  access: PlacesAccess,
  { signal, watch }: { signal?: AbortSignal; watch?: RunWatcher } = {}
) {
  const resting = await restOfPlaces()
  if (resting) return skipSource(runId, 'places', 'resting')
  const steps = await waitingSteps(runId, 'places')
  for (const [at, step] of steps.entries()) {
    signal?.throwIfAborted()
    watch?.moved('places', at, steps.length)
    const failure = await askOne(runId, step, access, signal)
    if (failure?.reason === 'daily_quota') await restUntilTomorrow()
    if (failure?.endsSource) return skipSource(runId, 'places', failure.reason)
  }
}

/** Takes in what a question brings, also when its last pages cannot be had: those are for the next run. */
async function askOne(runId: number, step: Step, access: PlacesAccess, signal?: AbortSignal) {
  const asked = queryOf(step.query ?? '')
  const center = GOVERNORATE_CENTRES[step.zone ?? '']
  if (!asked.text || !center) return void (await skipStep(step.id, 'refused'))
  const search = {
    ...{ textQuery: asked.text, languageCode: asked.language },
    ...{ center, radius: RADIUS_METRES },
  }
  const answered = await pagesOf(runId, step, search, access, signal)
  const { pages, failure } = answered
  if (failure && pages.length === 0) await skipStep(step.id, failure.reason)
  else await db.transaction((trx) => takePages(runId, step, answered, asked.segment, trx))
  return failure
}

/** The pages of a question up to where there are no more, or there is a failure; those that were paid for are not asked again. */
async function pagesOf(
  runId: number,
  step: Step,
  search: PlacesSearch,
  access: PlacesAccess,
  signal?: AbortSignal
): Promise<Answered> {
  const pages: StoredPage[] = []
  let requests = 0
  for (let page = 1, token: string | undefined; page <= MOST_PAGES; page++) {
    let stored = await storedPage(step, page)
    if (!stored) {
      try {
        const payload = await searchPlaces(search, token, access, signal)
        stored = await storePage(runId, step, page, payload)
      } catch (error) {
        signal?.throwIfAborted()
        return { pages, requests, failure: failureOf(error) }
      }
      requests += 1
    }
    pages.push(stored)
    token = stored.payload.nextPageToken
    if (token === undefined) break
  }
  return { pages, requests }
}

/** Why a question has no further answer, and whether the others need not be asked. */
interface Failure {
  reason: SkipReason
  endsSource: boolean
}

interface Answered {
  pages: StoredPage[]
  requests: number
  failure?: Failure
}

type StoredPage = { payload: PlacesPage; fetchedAt: Date }

/** Of this run, or of one before that could not go on. */
async function storedPage({ query, zone }: Step, page: number) {
  const [stored] = await sql<StoredPage>(
    `select payload, fetched_at as "fetchedAt" from places_pages
     where query = $1 and zone = $2 and page = $3 and expires_at > now() order by fetched_at desc limit 1`,
    [query, zone, page]
  )
  return stored as StoredPage | undefined
}

async function storePage(runId: number, { query, zone }: Step, page: number, payload: PlacesPage) {
  const [stored] = await sql<StoredPage>(
    `insert into places_pages (run_id, query, zone, page, payload) values ($1, $2, $3, $4, $5)
     returning payload, fetched_at as "fetchedAt"`,
    [runId, query, zone, page, JSON.stringify(payload)]
  )
  return stored
}

async function takePages(
  runId: number,
  step: Step,
  { pages, requests, failure }: Answered,
  segment: PlacesQuery['segment'],
  trx: TransactionClientContract
) {
  await actAs(trx, { actor: 'prospector', source: 'job' })
  const outcome: Outcome = { ...NOTHING, requests }
  for (const { payload, fetchedAt } of pages) {
    for (const place of payload.places ?? []) {
      const finding = findingOfPlace(place, segment, fetchedAt)
      const { outcome: became } = await takeFindingIn(trx, finding, { runId })
      outcome.found += 1
      outcome[became] += 1
      if (finding.website) await noteSite(finding.website, finding.expiresAt!, trx)
    }
  }
  await endStep(step.id, outcome, failure?.reason ?? (outcome.found ? null : 'nothing_found'), trx)
  // What passes is asked for by the next run; what Google refuses to go on with never is.
  if (failure && failure.reason !== 'refused') await skipStep(step.id, failure.reason, trx)
}

/** A site that Google names is read when it is of that business alone, and forgotten with the rest of what Google says unless it could be. */
async function noteSite(address: string, forgetAt: Date, trx: TransactionClientContract) {
  const host = ownHost(address)
  if (host === null) return
  await sql(
    `insert into prospector_sites (host, address, origin, forget_at) values ($1, $2, 'places', $3)
     on conflict (host) do nothing`,
    [host, address, forgetAt],
    trx
  )
}

/** What an error means for the question and the others. */
function failureOf(error: unknown): Failure {
  if (error instanceof DailyQuotaUsed) return { reason: 'daily_quota', endsSource: true }
  if (error instanceof CeilingReached) return { reason: 'ceiling', endsSource: true }
  if (error instanceof PlacesRefused) {
    const isKey = error.status === 403 || /key/i.test(error.message)
    return isKey ? { reason: 'denied', endsSource: true } : { reason: 'refused', endsSource: false }
  }
  const isAway =
    error instanceof DependencyFault ||
    error instanceof DependencyTimeout ||
    error instanceof DependencyUnavailable ||
    (error instanceof Error && 'code' in error && /^(?:E[A-Z]+|UND_ERR)/.test(String(error.code)))
  if (isAway) return { reason: 'unavailable', endsSource: true }
  throw error
}

async function restOfPlaces() {
  const rests = await sql(`select 1 from source_rests where source = 'places' and until > now()`)
  return rests.length > 0
}

/** Google's days end at midnight in California. */
async function restUntilTomorrow() {
  const until = DateTime.now().setZone('America/Los_Angeles').plus({ days: 1 }).startOf('day')
  await sql(
    `insert into source_rests (source, until, reason) values ('places', $1, 'daily_quota')
     on conflict (source) do update set until = excluded.until, reason = excluded.reason`,
    [until.toJSDate()]
  )
}
