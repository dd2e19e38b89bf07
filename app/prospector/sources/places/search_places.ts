import { setTimeout as sleep } from 'node:timers/promises'
import { dependency } from '#app/platform/resilience/dependency'
import { DependencyFault, DependencyTimeout } from '#app/platform/resilience/errors'
import { type HttpAnswer, sendHttp } from '#app/platform/resilience/http'
import { countCall } from '#app/prospector/sources/places/count_call'

/** One place, as `searchText` tells of it: fields that are unset are left out. */
export interface Place {
  id: string
  displayName?: { text: string; languageCode?: string }
  formattedAddress?: string
  location?: { latitude: number; longitude: number }
  types?: string[]
  primaryType?: string
  businessStatus?: string
  internationalPhoneNumber?: string
  nationalPhoneNumber?: string
  websiteUri?: string
  userRatingCount?: number
}

export interface PlacesPage {
  places?: Place[]
  nextPageToken?: string
}

export interface PlacesSearch {
  textQuery: string
  languageCode: string
  center: { latitude: number; longitude: number }
  radius: number
}

export interface PlacesAccess {
  /** None for a server of Google's kind that wants none. */
  apiKey?: string
  baseUrl: string
  /** Calls that a month may have. */
  monthlyCalls: number
  /** Pause after the first failure in milliseconds; it doubles. */
  firstPauseMs?: number
}

/** Google answered that the day's quota is used up: nothing more until midnight in California. */
export class DailyQuotaUsed extends Error {}
/** The shop's own ceiling of paid calls is reached. */
export class CeilingReached extends Error {}
/** The question, or the key, is wrong: asking again gives the same answer. */
export class PlacesRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(`Places answered ${status} ${code}: ${message}`)
  }
}

/** Billed as Text Search Enterprise, for the telephone and the website; one page of 20 is one call. */
export const SKU = 'text_search_enterprise'
export const FIELD_MASK = [
  ...['id', 'displayName', 'formattedAddress', 'location', 'types', 'primaryType'],
  ...['businessStatus', 'nationalPhoneNumber', 'internationalPhoneNumber', 'websiteUri'],
  'userRatingCount',
]
  .map((field) => `places.${field}`)
  .concat('nextPageToken')
  .join(',')
const PAGE_SIZE = 20
const ATTEMPTS = 5
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 32_000

/**
 * One page of Places API (New) `searchText`. Every attempt is counted against the month before it is
 * sent. What may pass (429 of the minute, 5xx, no answer) is tried again, five times in all.
 * @throws DailyQuotaUsed, CeilingReached, PlacesRefused, or what the last attempt failed with
 */
export async function searchPlaces(
  search: PlacesSearch,
  pageToken: string | undefined,
  access: PlacesAccess,
  signal?: AbortSignal
): Promise<PlacesPage> {
  const { host } = new URL(access.baseUrl)
  const system = dependency(host, { timeoutMs: 10_000, attempts: 1 })
  for (let attempt = 1; ; attempt++) {
    if (!(await countCall(SKU, access.monthlyCalls))) throw new CeilingReached()
    try {
      const answer = await sendHttp(system, `${access.baseUrl}/v1/places:searchText`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(access.apiKey && { 'X-Goog-Api-Key': access.apiKey }),
          'X-Goog-FieldMask': FIELD_MASK,
        },
        body: JSON.stringify(bodyOf(search, pageToken)),
        // A used-up day is no fault that passes while we wait.
        accepts: isDailyQuota,
        signal,
      })
      return pageOfAnswer(answer)
    } catch (error) {
      const passes = error instanceof DependencyFault || error instanceof DependencyTimeout
      if (!passes || attempt === ATTEMPTS) throw error
      const pause = (access.firstPauseMs ?? FIRST_PAUSE_MS) * 2 ** (attempt - 1)
      await sleep(Math.min(pause, LONGEST_PAUSE_MS) * (1 + Math.random() / 2), undefined, {
        signal,
      })
    }
  }
}

/** Later pages repeat the question: Google wants every parameter equal. */
const bodyOf = ({ textQuery, languageCode, center, radius }: PlacesSearch, pageToken?: string) => ({
  ...{ textQuery, languageCode, regionCode: 'TN', pageSize: PAGE_SIZE },
  locationBias: { circle: { center, radius } },
  ...(pageToken && { pageToken }),
})

function pageOfAnswer(answer: HttpAnswer): PlacesPage {
  if (isDailyQuota(answer)) throw new DailyQuotaUsed()
  const told = parsed(answer)
  if (answer.status === 200) return told as PlacesPage
  const { status = 'UNKNOWN', message = '' } = errorOf(told)
  throw new PlacesRefused(answer.status, status, message)
}

interface GoogleError {
  status?: string
  message?: string
  details?: { metadata?: { quota_unit?: string; quota_limit?: string } }[]
}

/** By the unit of the quota, where it is told; else by its name, or in words alone. */
function isDailyQuota(answer: HttpAnswer): boolean {
  if (answer.status !== 429) return false
  const { details = [], message = '' } = errorOf(parsed(answer))
  const quotas = details.flatMap(({ metadata }) => metadata ?? [])
  const units = quotas.flatMap(({ quota_unit: unit }) => unit ?? [])
  if (units.length > 0) return units.some((unit) => unit.startsWith('1/d/'))
  const names = quotas.flatMap(({ quota_limit: name }) => name ?? [])
  return (names.length > 0 ? names : [message]).some((told) => /per ?day/i.test(told))
}

const errorOf = (told: object): GoogleError => (told as { error?: GoogleError }).error ?? {}

function parsed({ status, body }: HttpAnswer): object {
  try {
    const told: unknown = JSON.parse(body.toString())
    if (typeof told === 'object' && told !== null) return told
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  if (status === 200) throw new PlacesRefused(status, 'NO_JSON', body.toString().slice(0, 100))
  return {}
}
