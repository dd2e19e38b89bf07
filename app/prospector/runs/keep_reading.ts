import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import type { SiteReading } from '#app/prospector/reader/read_site'
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
