import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { orionHealth } from '#app/orion/orion_health'
import { sql } from '#app/platform/database/sql'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { weekNamed } from '#app/reports/report_week'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { someForecast } from '#tests/support/orion'

async function forecast() {
  await createProduct({ sku: 'SEEN' })
  await someForecast('SEEN')
}

const forget = async () => {
  await emptyCatalogue()
  await sql('update forecast_state set model_id = null, run_id = null')
  await sql('delete from forecast_alarms')
  await sql('delete from forecast_scores')
}

test.group('The health of forecasts', (group) => {
  group.each.setup(forget)
  group.teardown(forget)

  test('is off, fresh, old, or worse than promised', async ({ assert }) => {
    assert.deepEqual(await orionHealth(), { state: 'off' })
    await forecast()
    assert.containsSubset(await orionHealth(), { state: 'ok', data: { days: 0, parts: 1 } })
    await sql(`update forecast_runs set made_at = now() - interval '12 days'`)
    const old = await orionHealth()
    assert.containsSubset(old, { state: 'warn', data: { days: 12, why: 'late' } })
    await sql(`update forecast_runs set made_at = now()`)
    await sql(
      `insert into forecast_alarms (model_id, wql95, promised) select model_id, 0.9, 0.5 from forecast_state`
    )
    const worse = await orionHealth()
    assert.containsSubset(worse, { state: 'warn', data: { why: 'alarm' } })
    for (const locale of ['fr', 'ar', 'en']) {
      const { t } = tellerOf(locale)
      assert.notEqual(t('orion.health_warn', worse.data), t('orion.health_warn', old.data))
      assert.match(t('orion.health_ok', { days: 3, parts: 12 }), /3[^]*12/)
    }
  })

  test('the weekly report tells how good they were, to those who may read them', async ({
    assert,
  }) => {
    const week = weekNamed('2026-W47')!
    const told = async (may: (ability: string) => boolean = () => true) => {
      const { blocks } = await composeWeeklyReport(week, may, i18nManager.locale('fr'))
      return blocks.find(({ title }) => title === 'Justesse des prévisions')
    }
    assert.isUndefined(await told(), 'nothing is forecast')
    await forecast()
    assert.equal((await told())!.text, 'Aucun mois prévu n’est encore terminé.')
    await sql(`update forecast_models m set evaluation = '{"report": {"wql": {"q95": 0.5}}}'
      from forecast_state s where s.model_id = m.id`)
    await sql(
      `insert into forecast_scores (origin, model_id, parts, wql95) select o::date, model_id, 40, w
       from forecast_state, (values ('2026-10-01', 0.62), ('2026-12-01', 0.1)) said (o, w)`
    )
    const block = await told()
    assert.match(block!.text, /^octobre 2026.*dépassé/)
    assert.deepEqual(
      block!.figures!.map(({ value }) => value),
      ['0,62', '0,50', '40']
    )
    assert.isUndefined(await told((ability) => ability !== 'forecasts:read'))
  })
})

function tellerOf(locale: string) {
  const i18n = i18nManager.locale(locale)
  return { t: i18n.t.bind(i18n) }
}
