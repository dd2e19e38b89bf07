import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { runProspector } from '#app/prospector/runs/run_prospector'
import { isDeep, repeats } from '#tests/depth'
import { FakePlaces } from '#tests/fakes/places/fake_places'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { inBrowser, launchBrowser } from '#tests/support/browser'
import { emptyLeads } from '#tests/support/leads/findings'
import { emptyProspector, waitingSites } from '#tests/support/prospector_runs'
import { ownersBrowser } from '#tests/support/web_visitor'
import { PageReader } from '#tests/support/xss/page_reader'
import { PAYLOADS } from '#tests/support/xss/payloads'

/** Every so many of the payloads: a run each, and a website each. */
const STRIDE = repeats(17, 1)
const CHOSEN = PAYLOADS.flatMap((payload, nth) => (nth % STRIDE === 0 ? [{ payload, nth }] : []))

test.group('Hostile text of strangers', (group) => {
  let google: FakePlaces
  let farm: SiteFarm
  let reader: PageReader

  inBrowser(group)
  group.each.timeout(900_000)
  group.setup(async () => {
    google = await FakePlaces.start()
    farm = await SiteFarm.start()
    return async () => {
      await google.stop()
      await farm.stop()
    }
  })
  group.each.setup(async () => {
    await emptyProspector()
    await emptyLeads()
    reader = await PageReader.open(await launchBrowser())
    return async () => {
      await reader.page.close()
      await emptyProspector()
      await emptyLeads()
    }
  })

  test('SCR-04: what websites and Google say stays text on every page that shows it', async ({
    assert,
  }) => {
    await waitingSites(...CHOSEN.map(({ nth }) => `payload-${nth}.example`))
    await sql(
      `insert into unmet_demand (kind, words, recorded_by)
       select 'telephone', 'GDB' || (10000 + nth), 'staff:1' from generate_series(0, $1::int) nth`,
      [CHOSEN.length - 1]
    )
    // The fake names places by what they were asked for.
    for (const { payload } of CHOSEN) {
      await runProspector({
        ...{ zone: 'TN-61', query: payload, limit: 1, places: google.access },
        crawl: { connector: farm.connector, intervalMs: 1, timeoutMs: 30_000 },
      })
    }
    const owner = await ownersBrowser()
    const named = await sql<{ id: number; source: string }>(
      `select distinct on (s.source, l.name) l.id, s.source from leads l
       join lead_sources s on s.lead_id = l.id order by s.source, l.name, l.id`
    )
    const leads = ['website', 'places'].flatMap((source) =>
      evenly(named.filter((lead) => lead.source === source))
    )
    const runs = await sql<{ id: number }>('select id from prospector_runs')
    const runPages = runs.map(({ id }) => `/admin/prospector/runs/${id}`)
    const leadPages = leads.flatMap(({ id }) => [`/admin/leads/${id}`, `/admin/leads/${id}/edit`])
    const lists = [
      ...['/admin/leads', '/admin/leads?q=xss', '/admin/leads/duplicates', '/admin/leads/route'],
      ...['/admin/prospector/runs', '/admin/reports/prospector', '/admin/audit?entity=leads'],
    ]
    for (const path of [...lists, ...runPages, ...leadPages]) {
      await reader.read(await owner.htmlOf(path), path)
    }

    assert.deepEqual(reader.dangers, [])
    const marked = [...reader.marked]
    assert.includeMembers(marked, ['/admin/leads', '/admin/prospector/runs', ...runPages])
    for (const source of ['website', 'places']) {
      const told = leads.filter((lead) => lead.source === source)
      assert.isTrue(
        told.some(({ id }) => reader.marked.has(`/admin/leads/${id}`)),
        source
      )
    }
  })
})

/** A hundred in the deep run. The quick one takes two for each payload, at equal distances: their names are in order. */
function evenly<Lead>(leads: Lead[]): Lead[] {
  const distance = Math.ceil(leads.length / (isDeep ? 100 : 2 * CHOSEN.length))
  return leads.filter((_, at) => at % distance === 0)
}
