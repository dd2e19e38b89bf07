import { gunzipSync } from 'node:zlib'

const MOST_ADDRESSES = 5_000
const LARGEST_BYTES = 2 * 1024 * 1024

/** Addresses that a sitemap names: pages, or more sitemaps. */
interface Sitemap {
  isIndex: boolean
  addresses: string[]
}

/** Reads a sitemap, or an index of sitemaps, packed with gzip or not; broken ones name nothing. */
export function readSitemap(bytes: Buffer): Sitemap {
  const text = unpack(bytes)?.toString('utf8') ?? ''
  const addresses: string[] = []
  for (const [, address] of text.matchAll(
    /<(?:\w{1,30}:)?loc>(?:\s{0,99}<!\[CDATA\[)?([^<\]]{1,2000})/gi
  )) {
    if (address.trim()) addresses.push(address.trim().replaceAll('&amp;', '&'))
    if (addresses.length >= MOST_ADDRESSES) break
  }
  return { isIndex: /<(?:\w{1,30}:)?sitemapindex[\s>]/i.test(text.slice(0, 2_000)), addresses }
}

function unpack(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_BYTES })
  } catch {
    return undefined
  }
}
