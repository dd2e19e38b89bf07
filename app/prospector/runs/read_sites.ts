import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import { readSite, type SiteReading } from '#app/prospector/reader/read_site'
import type { RunWatcher } from '#app/prospector/runs/run_watcher'
import { endStep, NOTHING, skipSource, waitingSteps, type Step } from '#app/prospector/runs/step'
import {
  crawlSite,
  type Crawl,
  type CrawlOptions,
} from '#app/prospector/sources/website/crawl_site'

const MOST_SITES = 60
const AT_ONCE = 4
const AGAIN_AFTER = '60 days'
/** When so many sites in a row cannot be reached, it is us. */
const MOST_UNREACHABLE = 10

/** Adds the sites that are due to what the run has to do. */
export async function planSites(runId: number): Promise<void> {
  await sql(
    `insert into prospector_steps (run_id, source, key)
     select $1, 'website', host from prospector_sites
     where read_at is null or read_at < now() - $2::interval
     order by read_at nulls first, id limit $3
     on conflict do nothing`,
    [runId, AGAIN_AFTER, MOST_SITES]
  )
}

/** Reads the sites that the run has still to read, some at a time, each at its own pace. */
export async function readSites(
  runId: number,
  options: CrawlOptions,
  watch?: RunWatcher
): Promise<void> {
  const waiting = await waitingSteps(runId, 'website')
  const total = waiting.length
  let unreachable = 0
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      watch?.moved('website', total - waiting.length - 1, total)
      const crawl = await readOne(runId, step, options)
      unreachable = crawl?.reason === 'unreachable' ? unreachable + 1 : 0
      if (unreachable >= MOST_UNREACHABLE) waiting.length = 0
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (unreachable >= MOST_UNREACHABLE) await skipSource(runId, 'website', 'unavailable')
}

async function readOne(runId: number, step: Step, options: CrawlOptions) {
  const [site] = await sql<{ id: number; address: string }>(
    'select id, address from prospector_sites where host = $1',
    [step.key]
  )
  // Forgotten since the run was planned.
  if (!site) return void (await db.transaction((trx) => endStep(step.id, NOTHING, null, trx)))
  const crawl = await crawlSite(site.address, options)
  const reading = crawl.pages.length ? readSite(step.key, crawl.pages, new Date()) : null
  await db.transaction((trx) => keepReading(runId, step, site.id, crawl, reading, trx))
  return crawl
}

async function keepReading(
  runId: number,
  step: Step,
  siteId: number,
  crawl: Crawl,
  reading: SiteReading | null,
  trx: TransactionClientContract
) {
  await actAs(trx, { actor: 'prospector', source: 'job' })
  const outcome = { ...NOTHING, requests: crawl.asked }
  if (reading && isSomebody(reading)) {
    const { outcome: became } = await takeFindingIn(trx, reading.finding, { runId })
    outcome.found = 1
    outcome[became] = 1
  }
  if (reading) await keepOffers(siteId, reading, trx)
  await sql(
    `update prospector_sites set read_at = now(), pages = $2, reason = $3,
       forget_at = case when $2 > 0 then null else forget_at end where id = $1`,
    [siteId, crawl.pages.length, crawl.reason],
    trx
  )
  await endStep(step.id, outcome, outcome.found ? null : whyNothing(crawl), trx)
}

/** Pages that show nothing without their scripts are told from those that say nothing of anybody. */
const whyNothing = ({ reason, pages }: Crawl) =>
  reason ?? (pages.some(({ needsScript }) => needsScript) ? 'needs_script' : 'nothing_found')

/** A page without a name, or without any way to reach somebody, makes no lead. */
const isSomebody = ({ finding }: SiteReading) =>
  finding.name !== null && finding.phones.length + finding.emails.length > 0

/** What the site sells now, in place of what it sold. */
async function keepOffers(
  siteId: number,
  { offers, finding }: SiteReading,
  trx: TransactionClientContract
) {
  await sql('delete from prospector_offers where site_id = $1', [siteId], trx)
  await sql(
    `insert into prospector_offers
       (site_id, number, number_norm, name, brand, price, in_stock, url, seen_at)
     select $1, o.number, o."numberNorm", left(o.name, 300), left(o.brand, 100), o.price, o."isInStock", o.url, $3
     from jsonb_to_recordset($2) as o(number text, "numberNorm" text, name text, brand text,
       price bigint, "isInStock" boolean, url text)
     on conflict do nothing`,
    [siteId, JSON.stringify(offers), finding.seenAt],
    trx
  )
}
