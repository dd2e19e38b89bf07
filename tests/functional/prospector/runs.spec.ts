import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { withSession } from '#app/platform/database/session'
import { optOut } from '#app/prospector/leads/opt_out'
import { forgetPlaces } from '#app/prospector/runs/forget_places'
import { runProspector, type RunOptions } from '#app/prospector/runs/run_prospector'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'
import { placesOf } from '#tests/fakes/places/invented_places'
import { runQuery, wantedOffersQuery, whyLeftAlone } from '#app/prospector/runs/runs_query'
import { FakePlaces } from '#tests/fakes/places/fake_places'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { emptyProspector, leadsByKey, waitingSites } from '#tests/support/prospector_runs'
import { TESTING } from '#tests/support/staff'

test.group('Runs of Prospector', (group) => {
  let google: FakePlaces
  let farm: SiteFarm
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
    await google.behave({ websites: ['garage-elamen.example', 'robots-closed.example'] })
    return emptyProspector
  })

  const run = (options: RunOptions = {}) =>
    runProspector({
      ...{ zone: 'TN-61', limit: 3, places: google.access },
      crawl: { connector: farm.connector, intervalMs: 1, timeoutMs: 2_000 },
      ...options,
    })
  const callsAfter = async (before: number) => {
    const calls = await google.calls()
    return calls.slice(before)
  }

  test('ask, read what they are led to, and say what came of it', async ({ assert }) => {
    const id = await run()

    const done = await runQuery(id)
    assert.containsSubset(done, { state: 'done', zone: 'TN-61', skipped: 0, suppressed: 0 })
    const leads = await leadsByKey()
    assert.isAbove(done.new, 10)
    assert.equal(done.new + done.known, done.found)
    assert.include(Object.keys(leads), 'website garage-elamen.example')
    assert.notInclude(Object.keys(leads), 'website robots-closed.example')
    const [closed] = await sql(
      `select state, reason from prospector_steps where run_id = $1 and key = 'robots-closed.example'`,
      [id]
    )
    assert.deepEqual(closed, { state: 'done', reason: 'robots' })
  })

  test('do not ask the same again within a month, and take the next questions', async ({
    assert,
  }) => {
    const first = await run()
    const before = await google.calls()
    const second = await run()

    const questions = await sql<{ runId: number; query: string }>(
      `select run_id as "runId", query from prospector_steps where source = 'places' order by id`
    )
    const of = (id: number) =>
      questions.filter(({ runId }) => runId === id).map(({ query }) => query)
    assert.lengthOf(of(first), 3)
    assert.lengthOf(of(second), 3)
    assert.lengthOf(new Set([...of(first), ...of(second)]), 6)
    assert.isNotEmpty(await callsAfter(before.length))
    const leads = await leadsByKey()
    assert.isNotEmpty(leads)
  })

  test('never ask the site of somebody who wants to be left alone', async ({ assert, cleanup }) => {
    // Other tests find whoever opts out here.
    cleanup(() => emptyLeads())
    const read = 'garage-elamen.example'
    const named = 'pieces-carthage.example'
    await waitingSites(read)
    await run({ places: null })
    const [{ leadId }] = await sql<{ leadId: number }>(
      `select lead_id as "leadId" from lead_sources where source = 'website' and key = $1`,
      [read]
    )
    await optOut(leadId, 'par téléphone', TESTING)
    await waitingSites(named, 'sotupieces.example')
    await optOut(await newLead({ website: `http://www.${named}/` }), null, TESTING)
    await sql('update prospector_sites set next_read_at = now()')
    const before = await farm.visits()

    await run({ places: null })

    const visits = await farm.visits()
    const hosts = visits.slice(before.length).map(({ host }) => host)
    assert.include(hosts, 'sotupieces.example')
    assert.notInclude(hosts, read)
    assert.notInclude(hosts, named)
  })

  test('read the sites of businesses that were typed or listed', async ({ assert, cleanup }) => {
    cleanup(() => emptyLeads())
    await newLead({ source: 'manual', website: 'www.garage-elamen.example' })
    await newLead({ source: 'csv', website: 'http://pieces-carthage.example/' })
    await newLead({ source: 'csv', website: 'https://www.facebook.com/garage' })
    await newLead({ source: 'places', website: 'http://sotupieces.example/' })

    await run({ places: null })

    const sites = await sql(
      'select host, address, origin, pages > 0 as "isRead" from prospector_sites order by host'
    )
    const told = { origin: 'manual', isRead: true }
    assert.deepEqual(sites, [
      { ...told, host: 'garage-elamen.example', address: 'http://garage-elamen.example/' },
      { ...told, host: 'pieces-carthage.example', address: 'http://pieces-carthage.example/' },
    ])
    assert.include(Object.keys(await leadsByKey()), 'website garage-elamen.example')
  })

  test('are one at a time over all processes', async ({ assert }) => {
    await withSession('test', async (session) => {
      await session.query(`select pg_advisory_lock(hashtextextended('prospector.run', 0))`)
      await assert.rejects(() => run(), /under way already/)
    })
    await run({ limit: 1 })
  })

  test('go on where they were stopped, and pay for no page twice', async ({ assert }) => {
    const stop = new AbortController()
    const before = await google.calls()
    const stopped = run({
      signal: stop.signal,
      crawl: {
        intervalMs: 1,
        connector: (options, callback) => {
          stop.abort(new Error('told to stop'))
          farm.connector(options, callback)
        },
      },
    })
    await assert.rejects(() => stopped, /told to stop/)
    const [left] = await sql<{ state: string; id: number }>('select id, state from prospector_runs')
    assert.equal(left.state, 'running')
    const paid = await callsAfter(before.length)

    assert.equal(await run(), left.id)
    assert.lengthOf(await callsAfter(before.length), paid.length)
    const done = await runQuery(left.id)
    assert.equal(done.state, 'done')
    assert.include(Object.keys(await leadsByKey()), 'website garage-elamen.example')
  })

  test('leave Google alone when the day, the ceiling or the key ends it, and say so', async ({
    assert,
  }) => {
    const reasons = async (id: number) => {
      const rows = await sql<{ reason: string }>(
        `select distinct reason from prospector_steps where run_id = $1 and source = 'places'`,
        [id]
      )
      return rows.map(({ reason }) => reason)
    }
    await google.behave({ dayQuota: true })
    const before = await google.calls()
    assert.deepEqual(await reasons(await run()), ['daily_quota'])
    await google.behave({})
    assert.deepEqual(await reasons(await run()), ['resting'])
    assert.lengthOf(await callsAfter(before.length), 1)

    await sql('delete from source_rests')
    const poor = { ...google.access, monthlyCalls: 1 }
    assert.deepEqual(await reasons(await run({ places: poor })), ['ceiling'])
    assert.lengthOf(await callsAfter(before.length), 1)
    const wrong = { ...google.access, apiKey: 'another-key' }
    assert.deepEqual(await reasons(await run({ places: wrong })), ['denied'])
    assert.lengthOf(await callsAfter(before.length), 2)
    assert.deepEqual(await reasons(await run({ places: null })), [])
  })

  test('take in the pages that were paid for, and go on behind them in the next run', async ({
    assert,
  }) => {
    const circle = { center: GOVERNORATE_CENTRES['TN-61'] }
    const query = Array.from({ length: 50 }, (_, at) => `garage ${at}`).find(
      (textQuery) => placesOf({ textQuery, locationBias: { circle } }, []).length === 45
    )!
    const asked = { query, crawl: { connector: farm.connector, intervalMs: 1 } }
    const stepOf = (runId: number) =>
      sql(
        `select state, reason, requests, found from prospector_steps where run_id = $1 and source = 'places'`,
        [runId]
      )
    const before = await google.calls()
    const poor = { ...google.access, monthlyCalls: 1 }
    const first = await run({ ...asked, places: poor })
    assert.deepEqual(await stepOf(first), [
      { state: 'skipped', reason: 'ceiling', requests: 1, found: 20 },
    ])
    assert.deepEqual(await whyLeftAlone(first, 'places'), [])
    const [{ leads }] = await sql<{ leads: number }>(
      `select count(*)::int as leads from lead_sources where source = 'places'`
    )
    assert.equal(leads, 20)

    const second = await run(asked)
    assert.deepEqual(await stepOf(second), [
      { state: 'done', reason: null, requests: 2, found: 45 },
    ])
    const calls = await callsAfter(before.length)
    const tokens = calls.map(({ body }) => JSON.parse(body).pageToken)
    assert.lengthOf(tokens, 3)
    assert.isUndefined(tokens[0])
    assert.lengthOf(new Set(tokens), 3)
  })

  test('leave Google alone for the night when it fails five times, and ask again in the next', async ({
    assert,
    cleanup,
  }) => {
    // A server of its own: the circuit of the other one counts these failures, and its calls of the last seconds.
    const failing = await FakePlaces.start()
    cleanup(() => failing.stop())
    await failing.behave({ failures: 5 })
    const night = () => run({ limit: 2, places: failing.access })
    const first = await night()
    const reasons = await sql(
      `select reason, state from prospector_steps where run_id = $1 and source = 'places'`,
      [first]
    )
    const away = { reason: 'unavailable', state: 'skipped' }
    assert.deepEqual(reasons, [away, away])
    assert.lengthOf(await failing.calls(), 5)
    const second = await runQuery(await night())
    assert.equal(second.skipped, 0)
    assert.isAbove(second.found, 0)
  })

  test('read no site that many businesses share, but those that a provider gives to one', async ({
    assert,
  }) => {
    const hosts = ['www.tayara.tn', 'sites.google.com', 'garage-amel.blogspot.com', 'amel.tn.']
    await google.behave({ websites: hosts })
    await run({ crawl: { connector: (_, callback) => callback(new Error('away'), null) } })

    const sites = await sql<{ host: string }>('select host from prospector_sites order by host')
    assert.deepEqual(
      sites.map(({ host }) => host),
      ['amel.tn', 'garage-amel.blogspot.com']
    )
  })

  test('go on with the last run after it failed, and give it up after two days', async ({
    assert,
  }) => {
    const first = await run({ crawl: { connector: farm.connector, intervalMs: 1 } })
    await sql(
      `update prospector_steps set state = 'waiting', finished_at = null where source = 'website' and run_id = $1`,
      [first]
    )
    const fail = () => sql(`update prospector_runs set state = 'failed', error = 'x'`)
    await fail()
    assert.equal(await run(), first)
    const done = await runQuery(first)
    assert.containsSubset(done, { state: 'done', error: null })
    assert.isEmpty(await sql(`select 1 from prospector_steps where state = 'waiting'`))

    await fail()
    await sql(`update prospector_runs set started_at = now() - interval '3 days'`)
    assert.isAbove(await run(), first)
  })

  test('end at once without their lock, and are taken up again', async ({ assert }) => {
    let isLost = false
    const lost = run({
      crawl: {
        intervalMs: 1,
        connector: async (options, callback) => {
          if (!isLost) await endSession()
          isLost = true
          farm.connector(options, callback)
        },
      },
    })
    await assert.rejects(() => lost, /terminat/)
    const [left] = await sql<{ state: string; id: number }>('select id, state from prospector_runs')
    assert.equal(left.state, 'running')
    assert.equal(await run(), left.id)
  })

  test('forget what Google said in time', async ({ assert }) => {
    await run({ limit: 1 })
    await sql(
      `update places_pages set fetched_at = now() - interval '40 days', expires_at = now() - interval '11 days'`
    )
    await sql(
      `insert into prospector_sites (host, address, origin, forget_at)
       values ('old.example', 'http://old.example/', 'places', now() - interval '1 day')`
    )
    await sql(
      `insert into prospector_steps (run_id, source, key, state, finished_at)
       select max(id), 'website', 'old.example', 'done', now() from prospector_runs`
    )
    await forgetPlaces()
    assert.isEmpty(await sql('select 1 from places_pages'))
    assert.isEmpty(await sql(`select 1 from prospector_sites where host = 'old.example'`))
    const keys = await sql<{ key: string }>(
      `select key from prospector_steps where source = 'website' order by key`
    )
    assert.match(keys[0].key, /^#\d+$/)
    assert.include(
      keys.map(({ key }) => key),
      'garage-elamen.example'
    )
  })

  test('find who sells what customers asked for and did not find', async ({ assert }) => {
    await sql(`insert into prospector_sites (host, address, origin)
      values ('pieces-carthage.example', 'http://pieces-carthage.example/', 'manual')`)
    await sql(
      `insert into unmet_demand (kind, words, recorded_by) values ('telephone', 'gdb 1330', 'staff:1')`
    )
    await run({ places: null })

    const [offer, ...others] = await wantedOffersQuery()
    assert.isEmpty(others)
    assert.containsSubset(offer, {
      ...{ words: 'gdb 1330', asked: 1, host: 'pieces-carthage.example', brand: 'TRW' },
      price: 89_900,
    })
  })
})

/** Ends the connection that holds the lock of the run, as a restart of the database does. */
const endSession = () =>
  sql(
    `select pg_terminate_backend(pid, 2000) from pg_stat_activity where application_name = 'prospector'`
  )
