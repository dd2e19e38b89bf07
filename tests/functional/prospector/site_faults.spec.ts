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
    assert.isAtLeast(steps.find(({ reason }) => reason === 'unavailable')?.steps ?? 0, 7)
    assert.deepEqual(await stepOf('slow.example'), { state: 'done', reason: 'refused' })
  })

  test('end when it is the database that refuses', async ({ assert }) => {
    await waitingSites('pieces-carthage.example', 'garage-elamen.example')
    await sql(`create function refuse_offers() returns trigger language plpgsql as $$
      begin raise exception 'no space left' using errcode = 'disk_full'; end $$`)
    await sql(`create trigger refuse_offers before delete or insert on prospector_offers
      for each statement execute function refuse_offers()`)
    try {
      await assert.rejects(() => run(), /no space left/)
    } finally {
      await sql('drop function refuse_offers() cascade')
    }
    assert.isEmpty(await leadsByKey())
  })
})

/** Nobody is there, but at the first host: who answers late. */
function unreachable(connector: Connector): Connector {
  return (options, callback) => {
    if (options.hostname !== 'slow.example') return callback(new Error('nobody is there'), null)
    setTimeout(() => connector(options, callback), 500)
  }
}
