import type { CrawlOptions } from '#app/prospector/sources/website/crawl_site'
import type { PlacesAccess } from '#app/prospector/sources/places/search_places'
import env from '#start/env'

const BASE_URL = 'https://places.googleapis.com'
/** Below the 1,000 that cost nothing. */
const MONTHLY_CALLS = 900

/** How sources are reached: Places with the shop's key, or not at all. */
export function placesAccess(): PlacesAccess | null {
  const apiKey = env.get('PLACES_API_KEY')
  return apiKey === undefined
    ? null
    : {
        apiKey,
        baseUrl: env.get('PLACES_BASE_URL') ?? BASE_URL,
        monthlyCalls: env.get('PLACES_MONTHLY_CALLS') ?? MONTHLY_CALLS,
      }
}

/** What websites are read as: who we are, and where to complain. */
export function crawlSettings(): Omit<CrawlOptions, 'vocabulary'> {
  const home = env.get('APP_URL') ?? 'http://localhost'
  const mail = env.get('MAIL_FROM')
  return { userAgent: `ShabouLeadsBot/1.0 (+${home}${mail ? `; ${mail}` : ''})` }
}
