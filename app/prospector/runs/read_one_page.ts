import { decodePage } from '#app/prospector/reader/decode_page'
import { readPage } from '#app/prospector/reader/read_page'
import { readSite, type SiteReading } from '#app/prospector/reader/read_site'
import { vocabularyQuery } from '#app/prospector/reader/vocabulary_query'
import { crawlSettings } from '#app/prospector/runs/run_settings'
import { bareHost } from '#app/prospector/sources/website/bare_host'
import type { CrawlReason } from '#app/prospector/sources/website/crawl_reason'
import { crawlSite } from '#app/prospector/sources/website/crawl_site'

/** robots.txt and the page, with a redirect or two. */
const REQUESTS = 4

/** What the reader sees on one page: on the web, as the crawler gets it, or in bytes that were saved. */
export async function readOnePage({
  url,
  bytes,
}: {
  url: string
  bytes?: Buffer
}): Promise<SiteReading | { reason: CrawlReason }> {
  const vocabulary = await vocabularyQuery()
  const host = bareHost(URL.parse(url)?.hostname ?? '')
  if (bytes) return readSite(host, [readPage(decodePage(bytes), url, vocabulary)], new Date())
  const crawl = await crawlSite(url, { ...crawlSettings(), vocabulary, mostPages: REQUESTS })
  const [page] = crawl.pages
  return page ? readSite(host, [page], new Date()) : { reason: crawl.reason ?? 'unreachable' }
}
