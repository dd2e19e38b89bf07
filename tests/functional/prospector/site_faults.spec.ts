import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { runProspector, type RunOptions } from '#app/prospector/runs/run_prospector'
import type { Connector } from '#app/platform/web/public_connector'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { emptyProspector, leadsByKey, waitingSites } from '#tests/support/prospector_runs'

test.group('Runs of Prospector and sites that fail', (group) => {
  let farm: SiteFarm
  group.setup(async () => {
    farm = await SiteFarm.start()
    return () => farm.stop()
  })
  group.each.setup(async () => {
    await emptyProspector()
    return emptyProspector
  })

  const run = (crawl: RunOptions['crawl'] = {}) =>
    runProspector({
      places: null,
      crawl: { connector: farm.connector, intervalMs: 1, timeoutMs: 2_000, ...crawl },
    })
  const stepOf = async (host: string) => {
    const [step] = await sql<{ state: string; reason: string | null }>(
      'select state, reason from prospector_steps where key = $1 order by id desc limit 1',
      [host]
    )
    return step
  }

  test('keep what a page says with halves of characters', async ({ assert }) => {
    await waitingSites('halves.example')

    await run()

    assert.deepEqual(await stepOf('halves.example'), { state: 'done', reason: null })
    const [offer] = await sql('select number, name, length(brand) as brand from prospector_offers')
    assert.deepEqual(offer, { number: 'GDB1330', name: 'Plaquettes', brand: 100 })
  })

  test('go on after a site whose reading fails, say so, and do not begin with it again', async ({
    assert,
  }) => {
    await waitingSites('scripted-rent.example', 'garage-elamen.example')

    await run({ renderer: () => Promise.reject(new TypeError('an error of ours')) })

    assert.deepEqual(await stepOf('scripted-rent.example'), { state: 'skipped', reason: 'failed' })
    assert.include(Object.keys(await leadsByKey()), 'website garage-elamen.example')
    await run()
    const [{ steps }] = await sql<{ steps: number }>(
      `select count(*)::int as steps from prospector_steps where key = 'scripted-rent.example'`
    )
    assert.equal(steps, 1)
  })

  test('leave the others out when ten in a row are out of reach, whatever is still on its way', async ({
    assert,
  }) => {
    const away = Array.from({ length: 20 }, (_, at) => `away-${at}.example`)
    await waitingSites('slow.example', ...away)

    const id = await run({ connector: unreachable(farm.connector) })

    const steps = await sql<{ state: string; reason: string; steps: number }>(
      `select state, reason, count(*)::int as steps from prospector_steps where run_id = $1 group by 1, 2 order by 1, 2`,
      [id]
    )
    assert.notInclude(
      steps.map(({ state }) => state),
      'waiting'
    )
    assert.equal(steps.find(({ reason }) => reason === 'unavailable')?.steps, 20)
    assert.lengthOf(
      await sql(
        `select 1 from prospector_sites where host like 'away-%' and failures = 0 and coalesce(next_read_at, now()) <= now()`
      ),
      20
    )
    assert.deepEqual(await stepOf('slow.example'), { state: 'done', reason: 'refused' })
  })

  test('keep what a site has said when it is cut short, and try it again soon', async ({
    assert,
  }) => {
    const told = async () => [
      await sql(`select says - 'signs' as says from lead_sources where key = 'tired.example'`),
      await sql('select number, price from prospector_offers'),
    ]
    await waitingSites('tired.example')
    await run()
    const before = await told()
    assert.include(JSON.stringify(before), '+21671700811')
    assert.include(JSON.stringify(before), 'GDB1331')

    await sql('update prospector_sites set next_read_at = now()')
    await run()
    assert.deepEqual(await told(), before)
    assert.deepEqual(await stepOf('tired.example'), { state: 'done', reason: 'busy' })
    assert.equal(await daysToNextReading('tired.example'), 1)

    await sql('update prospector_sites set next_read_at = now()')
    await run()
    assert.deepEqual(await stepOf('tired.example'), { state: 'done', reason: null })
    assert.equal(await daysToNextReading('tired.example'), 60)
  })

  test('try a site that is out of reach again after one, three and seven days', async ({
    assert,
  }) => {
    await waitingSites('not-there.example', 'robots-broken.example', 'robots-closed.example')
    const connector: Connector = (options, callback) =>
      options.hostname === 'not-there.example'
        ? callback(new Error('nobody is there'), null)
        : farm.connector(options, callback)
    const days: number[] = []
    for (let night = 0; night < 4; night++) {
      await run({ connector })
      days.push(await daysToNextReading('not-there.example'))
      await sql(`update prospector_sites set next_read_at = now() where host = 'not-there.example'`)
    }

    assert.deepEqual(days, [1, 3, 7, 60])
    assert.deepEqual(await stepOf('not-there.example'), { state: 'done', reason: 'unreachable' })
    assert.deepEqual(await stepOf('robots-broken.example'), {
      state: 'done',
      reason: 'robots_away',
    })
    assert.equal(await daysToNextReading('robots-broken.example'), 1)
    assert.equal(await daysToNextReading('robots-closed.example'), 60)
  })

  test('leave a site alone for as long as it asks to', async ({ assert }) => {
    await waitingSites('very-busy.example')
    await run()
    assert.deepEqual(await stepOf('very-busy.example'), { state: 'done', reason: 'busy' })
    assert.equal(await daysToNextReading('very-busy.example'), 5)
  })

  test('end when it is the database that refuses, with all that is on its way', async ({
    assert,
  }) => {
    const late: Connector = (options, callback) =>
      void setTimeout(
        () => farm.connector(options, callback),
        options.hostname === 'halves.example' ? 0 : 100
      )
    await waitingSites('halves.example', 'garage-elamen.example', 'tired.example')
    await sql(`create function refuse_offers() returns trigger language plpgsql as $$
      begin raise exception 'no space left' using errcode = 'disk_full'; end $$`)
    await sql(`create trigger refuse_offers before delete or insert on prospector_offers
      for each statement execute function refuse_offers()`)
    try {
      await assert.rejects(() => run({ connector: late }), /no space left/)
      const asked = await farm.visits()
      await sleep(150)
      const { length } = await farm.visits()
      assert.equal(length, asked.length)
    } finally {
      await sql('drop function refuse_offers() cascade')
    }
    assert.isEmpty(await leadsByKey())
  })
})

/** Days until a site is read again; the hours that nights are shorter are counted as day. */
async function daysToNextReading(host: string): Promise<number> {
  const [{ days }] = await sql<{ days: number }>(
    `select ceil(extract(epoch from next_read_at - now()) / 86400)::int as days from prospector_sites where host = $1`,
    [host]
  )
  return days
}

/** Nobody is there, but at the first host: who answers late. */
function unreachable(connector: Connector): Connector {
  return (options, callback) => {
    if (options.hostname !== 'slow.example') return callback(new Error('nobody is there'), null)
    setTimeout(() => connector(options, callback), 500)
  }
}
