import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { FakePlaces } from '#tests/fakes/places/fake_places'
import { SiteFarm } from '#tests/fakes/sites/site_farm'
import { emptyProspector, leadsByKey } from '#tests/support/prospector_runs'
import { TYPESCRIPT } from '#tests/support/typescript'
import { waitUntil } from '#tests/wait_until'

test.group('Runs of Prospector', (group) => {
  let google: FakePlaces
  let farm: SiteFarm
  group.setup(async () => {
    google = await FakePlaces.start()
    farm = await SiteFarm.start()
    await google.behave({
      websites: ['garage-elamen.example', 'pieces-carthage.example', 'sotupieces.example'],
    })
    return async () => {
      await google.stop()
      await farm.stop()
      await emptyProspector()
    }
  })

  /** Starts a run in a process of its own; killed so many milliseconds after it has opened, unless it ends before. */
  async function runUntil(killAfterMs?: number): Promise<'done' | 'killed'> {
    const child = fork(
      new URL('./run_process.ts', import.meta.url),
      [JSON.stringify(google.access), String(farm.port)],
      { execArgv: [TYPESCRIPT], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }
    )
    let isDone = false
    child.on('message', (message) => (isDone ||= message === 'done'))
    const exited = once(child, 'exit')
    await once(child, 'message')
    if (killAfterMs !== undefined) {
      await waitUntil('a run', async () => {
        const runs = await sql('select 1 from prospector_runs')
        return runs.length > 0
      })
      await Promise.race([exited, sleep(killAfterMs)])
      child.kill('SIGKILL')
    }
    await exited
    return isDone ? 'done' : 'killed'
  }

  test('killed at any point and run again, they find the same leads and pay for no stored page twice', async ({
    assert,
  }) => {
    await emptyProspector()
    assert.equal(await runUntil(), 'done')
    const [{ lasts }] = await sql<{ lasts: number }>(
      `select (extract(epoch from finished_at - started_at) * 1000)::int as lasts from prospector_runs`
    )
    const undisturbed = await leadsByKey()
    assert.isAbove(Object.keys(undisturbed).length, 10)
    assert.isNotEmpty(undisturbed['offers pieces-carthage.example'])

    for (let killed = 0; killed < repeats(1, 10);) {
      await emptyProspector()
      const before = await google.calls()
      const outcome = await runUntil(Math.random() * lasts)
      if (outcome === 'killed') killed += 1
      const [stored] = await sql<{ pages: number }>(
        'select count(*)::int as pages from places_pages'
      )
      const paid = await google.calls()
      if (outcome === 'killed') assert.equal(await runUntil(), 'done')

      assert.deepEqual(await leadsByKey(), undisturbed)
      const [all] = await sql<{ pages: number }>('select count(*)::int as pages from places_pages')
      const after = await google.calls()
      // What was stored when it was killed is not asked for again; at most the one answer on its way is.
      assert.equal(after.length - paid.length, all.pages - stored.pages)
      assert.isAtMost(after.length - before.length, all.pages + 1)
    }
  }).timeout(repeats(2, 10) * 60_000)
})
