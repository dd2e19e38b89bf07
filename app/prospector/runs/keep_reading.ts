import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import type { SiteReading } from '#app/prospector/reader/read_site'
import { noteReading } from '#app/prospector/runs/next_reading'
import { endStep, NOTHING, type Step } from '#app/prospector/runs/step'
import type { Crawl } from '#app/prospector/sources/website/crawl_site'

/** Ends the step of a site with what its pages say: its lead, and what it sells. Part of `trx`. */
export async function keepReading(
  runId: number,
  step: Step,
  siteId: number,
  crawl: Crawl,
  reading: SiteReading | null,
  trx: TransactionClientContract
) {
  await actAs(trx, { actor: 'prospector', source: 'job' })
  const outcome = { ...NOTHING, requests: crawl.asked }
  if (reading && isSomebody(reading) && (await isMore(step.key, crawl, trx))) {
    const { outcome: became } = await takeFindingIn(trx, reading.finding, { runId })
    outcome.found = 1
    outcome[became] = 1
  }
  if (reading) await keepOffers(siteId, reading, crawl, trx)
  const reason = crawl.reason ?? crawl.cutShort
  const { pages, notBefore } = crawl
  await noteReading(siteId, { pages: pages.length, reason, notBefore }, trx)
  await endStep(step.id, outcome, reason ?? (outcome.found ? null : whyNothing(crawl)), trx)
}

/** A part of a site is better than nothing of it, and worse than what all of it has said before. */
async function isMore(host: string, { cutShort }: Crawl, trx: TransactionClientContract) {
  if (cutShort === null) return true
  const [known] = await sql(
    `select 1 from lead_sources where source = 'website' and key = $1 and says is not null`,
    [host],
    trx
  )
  return known === undefined
}

/** Pages that show nothing without their scripts are told from those that say nothing of anybody. */
const whyNothing = ({ pages }: Crawl) =>
  pages.some(({ needsScript }) => needsScript) ? 'needs_script' : 'nothing_found'

/** A page without a name, or without any way to reach somebody, makes no lead. */
const isSomebody = ({ finding }: SiteReading) =>
  finding.name !== null && finding.phones.length + finding.emails.length > 0

/** What the site sells now, in place of what it sold: on the pages that were read, when they are not all. */
async function keepOffers(
  siteId: number,
  { offers, finding }: SiteReading,
  { pages, cutShort }: Crawl,
  trx: TransactionClientContract
) {
  const read = cutShort === null ? null : pages.map(({ url }) => url)
  await sql(
    'delete from prospector_offers where site_id = $1 and ($2::text[] is null or url = any ($2))',
    [siteId, read],
    trx
  )
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
