import { chromiumRenderer } from '#app/platform/web/render_page'
import type { CrawlOptions } from '#app/prospector/sources/website/crawl_site'
import type { PlacesAccess } from '#app/prospector/sources/places/search_places'
import env from '#start/env'

const BASE_URL = 'https://places.googleapis.com'
/** Below the 1,000 that cost nothing. */
const MONTHLY_CALLS = 900

/** How Places is reached: with the shop's key, at an address of its own, or not at all. */
export function placesAccess(): PlacesAccess | null {
  const apiKey = env.get('GOOGLE_PLACES_API_KEY')
  const address = env.get('GOOGLE_PLACES_BASE_URL')
  if (apiKey === undefined && address === undefined) return null
  return {
    apiKey,
    baseUrl: (address ?? BASE_URL).replace(/\/{1,9}$/, ''),
    monthlyCalls: env.get('PLACES_MONTHLY_CEILING') ?? MONTHLY_CALLS,
  }
}

/** What websites are read as: who we are, and where to complain; and with which Chromium, when there is one. */
export function crawlSettings(): Omit<CrawlOptions, 'vocabulary'> {
  const home = env.get('APP_URL') ?? 'http://localhost'
  const mail = env.get('MAIL_FROM')
  const executablePath = env.get('CHROMIUM_PATH')
  return {
    userAgent: `ShabouLeadsBot/1.0 (+${home}${mail ? `; ${mail}` : ''})`,
    renderer: executablePath ? chromiumRenderer({ executablePath }) : undefined,
  }
}
