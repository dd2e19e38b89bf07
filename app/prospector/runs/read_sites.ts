import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DatabaseError } from 'pg'
import { sql } from '#app/platform/database/sql'
import { readSite } from '#app/prospector/reader/read_site'
import { keepReading } from '#app/prospector/runs/keep_reading'
import { forgiveSites, noteReading } from '#app/prospector/runs/next_reading'
import { noteSitesOfLeads } from '#app/prospector/runs/note_sites_of_leads'
import type { RunWatcher } from '#app/prospector/runs/run_watcher'
import {
  endStep,
  NOTHING,
  skipSource,
  skipStep,
  waitingSteps,
  type Step,
} from '#app/prospector/runs/step'
import { crawlSite, type CrawlOptions } from '#app/prospector/sources/website/crawl_site'
import { Paces } from '#app/prospector/sources/website/pace'

const MOST_SITES = 60
const AT_ONCE = 4
/** When so many sites in a row cannot be reached, it is us. */
const MOST_UNREACHABLE = 10

/** Of whom to be left alone was asked for: by what its site told before, or by the site that it is known by. */
const IS_LEFT_ALONE = `exists (
  select from leads l where l.opted_out and (
    l.id in (select lead_id from lead_sources where source = 'website' and key = host)
    or l.id in (select lead_id from lead_keys where kind = 'domain' and value = host)))`

/** Adds the sites that are due to what the run has to do, but none of those who want to be left alone. */
export async function planSites(runId: number): Promise<void> {
  await noteSitesOfLeads()
  await sql(
    `insert into prospector_steps (run_id, source, key)
     select $1, 'website', host from prospector_sites
     where (next_read_at is null or next_read_at <= now()) and not ${IS_LEFT_ALONE}
     order by next_read_at nulls first, id limit $2
     on conflict do nothing`,
    [runId, MOST_SITES]
  )
}

/**
 * Reads the sites that the run has still to read, some at a time, each at its own pace. When one of them ends the run,
 * the others are called off.
 */
export async function readSites(
  runId: number,
  options: CrawlOptions,
  watch?: RunWatcher
): Promise<void> {
  const waiting = await waitingSteps(runId, 'website')
  const total = waiting.length
  const failure = new AbortController()
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])])
  const paces = new Paces(options.intervalMs)
  let away: string[] = []
  let isUs = false
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      watch?.moved('website', total - waiting.length - 1, total)
      const reason = await readOne(runId, step, { ...options, signal, paces })
      if (reason === 'unreachable') away.push(step.key)
      else if (!isUs) away = []
      if (away.length < MOST_UNREACHABLE) continue
      isUs = true
      waiting.length = 0
    }
  }
  const worked = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown) => failure.abort(error))
  )
  await Promise.all(worked)
  failure.signal.throwIfAborted()
  if (!isUs) return
  await forgiveSites(runId, away)
  await skipSource(runId, 'website', 'unavailable')
}

/** Why there is nothing of a site, when there is nothing. What goes wrong with one site leaves the others alone. */
async function readOne(runId: number, step: Step, options: CrawlOptions) {
  const [site] = await sql<Site>(
    `select id, address from prospector_sites where host = $1 and not ${IS_LEFT_ALONE}`,
    [step.key]
  )
  // Forgotten, or asked to be left alone, since the run was planned.
  if (!site) return void (await db.transaction((trx) => endStep(step.id, NOTHING, null, trx)))
  try {
    return await readAndKeep(runId, step, site, options)
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!isOfSite(error)) throw error
    logger.warn({ err: error, host: step.key }, 'a website could not be read')
    await giveUp(step, site)
    return 'failed'
  }
}

interface Site {
  id: number
  address: string
}

async function readAndKeep(runId: number, step: Step, site: Site, options: CrawlOptions) {
  const crawl = await crawlSite(site.address, options)
  const reading = crawl.pages.length ? readSite(step.key, crawl.pages, new Date()) : null
  await db.transaction((trx) => keepReading(runId, step, site.id, crawl, reading, trx))
  return crawl.reason
}

/** Of what the database refuses only what somebody wrote is the site's fault; the rest hits all of them. */
const isOfSite = (error: unknown) =>
  !(error instanceof DatabaseError) || /^2[23]/.test(error.code ?? '')

/** Says so, which ends the run when it is the database that is away. */
async function giveUp(step: Step, site: Site) {
  await noteReading(site.id, { pages: 0, reason: 'failed' })
  await skipStep(step.id, 'failed')
}
