import type { Vocabulary } from '#app/prospector/reader/mentions'
import { readSite } from '#app/prospector/reader/read_site'
import type { Finding } from '#app/prospector/sources/finding'
import {
  crawlSite,
  type Crawl,
  type CrawlOptions,
} from '#app/prospector/sources/website/crawl_site'
import type { SiteLabel } from '#tests/fakes/sites/site_label'
import type { SiteFarm } from '#tests/fakes/sites/site_farm'

const named = (name: string) => ({ name, slug: name.toLowerCase() })

export const VOCABULARY: Vocabulary = {
  makes: ['Renault', 'Peugeot', 'Kia', 'Hyundai', 'Isuzu', 'Fiat', 'Iveco', 'BMW'].map(named),
  brands: ['Bosch', 'TRW', 'SKF', 'Gates', 'Valeo', 'LuK', 'KYB', 'Monroe', 'Total'].map(named),
}

const AGENT = 'ShabouLeadsBot/1.0 (+http://shop.example/bot)'

export function crawlFarm(
  farm: SiteFarm,
  address: string,
  options: Partial<CrawlOptions> = {}
): Promise<Crawl> {
  return crawlSite(address, {
    ...{ vocabulary: VOCABULARY, userAgent: AGENT, intervalMs: 1, timeoutMs: 30_000 },
    ...{ connector: farm.connector, ...options },
  })
}

/** Crawls the labelled sites, some at a time; what was found, by host. */
export async function crawlLabelled(
  farm: SiteFarm,
  labels: SiteLabel[],
  options: Partial<CrawlOptions> = {}
) {
  const findings = new Map<string, Finding>()
  const waiting = [...labels]
  const work = async () => {
    for (let label = waiting.shift(); label; label = waiting.shift()) {
      const { pages } = await crawlFarm(farm, `http://${label.host}/`, options)
      if (pages.length) findings.set(label.host, readSite(label.host, pages, new Date()).finding)
    }
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return findings
}
