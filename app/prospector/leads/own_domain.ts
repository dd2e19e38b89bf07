import { URL } from 'node:url'

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

/** The domain of a website when it is its business's own: `garage-amel.tn`. */
export function ownDomain(website: string | null): string | null {
  if (!website) return null
  const address = website.includes('://') ? website : `http://${website}`
  if (!URL.canParse(address)) return null
  const { hostname } = new URL(address)
  const host = hostname.startsWith('www.') ? hostname.slice(4) : hostname
  const named = host.split('.').slice(-3, -1)
  return named.length > 0 && !named.some((label) => SHARED.has(label)) ? host : null
}
