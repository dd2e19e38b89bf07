import { URL } from 'node:url'

/** Sites that many businesses share: they tell nobody from another. */
const SHARED =
  /(^|\.)(facebook|fb|instagram|linkedin|youtube|tiktok|twitter|x|google|goo|wa|whatsapp|blogspot|wordpress|wixsite|wix|weebly|site123|jimdo|jimdosite|business|webnode|over-blog|tayara|pagesjaunes|annuaire|linktr|bit)\.[a-z.]+$/

/** The domain of a website when it is its business's own: `garage-amel.tn`. */
export function ownDomain(website: string | null): string | null {
  if (!website) return null
  const address = website.includes('://') ? website : `http://${website}`
  if (!URL.canParse(address)) return null
  const host = new URL(address).hostname.replace(/^www\d?\./, '')
  return host.includes('.') && !SHARED.test(host) ? host : null
}
