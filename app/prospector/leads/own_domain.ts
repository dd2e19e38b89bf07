import { URL } from 'node:url'
import { bareHost } from '#app/prospector/sources/website/bare_host'

/** Sites that many businesses share: they tell nobody from another. */
const SHARED = new Set([
  ...[
    'facebook',
    'fb',
    'instagram',
    'linkedin',
    'youtube',
    'tiktok',
    'twitter',
    'x',
    'google',
    'goo',
  ],
  ...['wa', 'whatsapp', 'blogspot', 'wordpress', 'wixsite', 'wix', 'weebly', 'site123', 'jimdo'],
  ...['jimdosite', 'business', 'webnode', 'over-blog', 'tayara', 'pagesjaunes', 'annuaire'],
  ...['linktr', 'bit'],
])

/** Providers that give each business a host of its own below theirs. */
const PROVIDERS = new Set([
  ...['blogspot', 'wordpress', 'wixsite', 'weebly', 'site123', 'jimdo', 'jimdosite', 'business'],
  ...['webnode', 'over-blog'],
])

/** The host of a website when its business has it alone, be it below a provider's: `garage-amel.blogspot.com`. */
export function ownHost(website: string): string | null {
  const domain = ownDomain(website)
  if (domain || !URL.canParse(website)) return domain
  const host = bareHost(new URL(website).hostname)
  const [, provider] = host.split('.').slice(-3)
  return host.split('.').length > 2 && PROVIDERS.has(provider) ? host : null
}

/** The domain of a website when it is its business's own: `garage-amel.tn`. */
export function ownDomain(website: string | null): string | null {
  if (!website) return null
  const address = website.includes('://') ? website : `http://${website}`
  if (!URL.canParse(address)) return null
  const { hostname } = new URL(address)
  const host = bareHost(hostname)
  const named = host.split('.').slice(-3, -1)
  return named.length > 0 && !named.some((label) => SHARED.has(label)) ? host : null
}
