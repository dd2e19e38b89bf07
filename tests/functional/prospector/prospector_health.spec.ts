import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { prospectorHealth } from '#app/prospector/runs/prospector_health'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { lastWeek, weekNamed } from '#app/reports/report_week'
import { newLead } from '#tests/support/leads/findings'
import { emptyTables } from '#tests/support/empty_tables'

async function run(state: 'done' | 'failed' | 'running', daysAgo: number) {
  const [{ id }] = await sql<{ id: number }>(
    `insert into prospector_runs (state, most_asks, started_at, finished_at, error)
     values ($1, 10, now() - $2 * interval '1 day',
       case when $1 <> 'running' then now() - $2 * interval '1 day' end, case when $1 = 'failed' then 'no luck' end)
     returning id`,
    [state, daysAgo]
  )
  return id
}

test.group('The health of Prospector', (group) => {
  group.each.setup(() => emptyTables('prospector_runs'))

  test('is that of the last run that is over', async ({ assert }) => {
    assert.deepEqual(await prospectorHealth(), { state: 'off' })
    await run('failed', 2)
    assert.containsSubset(await prospectorHealth(), { state: 'bad' })
    const id = await run('done', 0)
    await run('running', 0)
    const good = await prospectorHealth()
    assert.equal(good.state, 'ok')
    assert.containsSubset(good.data, { days: 0, places: 'no' })
    await sql(
      `insert into prospector_steps (run_id, source, key, state, reason, finished_at)
       values ($1, 'places', 'garage@tunis', 'skipped', 'denied', now())`,
      [id]
    )
    const denied = await prospectorHealth()
    assert.deepEqual([denied.state, denied.data?.why], ['warn', 'source'])
  })

  test('is doubtful when nobody has worked for days', async ({ assert }) => {
    await run('done', 5)
    const late = await prospectorHealth()
    assert.deepEqual([late.state, late.data?.why, late.data?.days], ['warn', 'late', 5])
    for (const locale of ['fr', 'ar', 'en']) {
      const i18n = i18nManager.locale(locale)
      assert.match(i18n.t('prospector.health_warn', late.data), /5/, locale)
    }
  })
})

test.group('Leads in the weekly report', (group) => {
  group.each.setup(() => emptyTables('leads'))

  test('are counted in short; where there are none nothing is said', async ({ assert }) => {
    const french = i18nManager.locale('fr')
    const titled = async (week = weekNamed('2026-W47')!, may = (_: string) => true) => {
      const { blocks } = await composeWeeklyReport(week, may, french)
      return blocks.find(({ title }) => title === 'Prospects')
    }
    assert.isUndefined(await titled())
    await newLead()
    await sql(`update leads set created_at = now() - interval '7 days'`)
    const block = await titled(lastWeek(new Date()))
    assert.include(block!.text, '1 prospect trouvé cette semaine')
    assert.equal(block!.figures![0].value, '1')
    const quiet = await titled(weekNamed('2026-W30')!)
    assert.include(quiet!.text, 'Aucun prospect trouvé')
    assert.isUndefined(await titled(lastWeek(new Date()), (ability) => ability !== 'leads:read'))
  })
})
