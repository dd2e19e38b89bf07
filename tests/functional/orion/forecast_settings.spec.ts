import { test } from '@japa/runner'
import { forecastSettings, writeForecastSettings } from '#app/orion/settings/forecast_settings'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { runCommand } from '#tests/support/imports'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

test.group('Settings of forecasts', (group) => {
  group.each.teardown(async () => {
    await writeForecastSettings(USUAL, TESTING)
  })

  const USUAL = {
    ...{ levelA: 0.95, levelB: 0.9, levelC: 0.8 },
    ...{ leadDays: 14, reviewDays: 7, budget: null, horizon: 12 },
  }
  const page = '/admin/forecasts/settings'

  test('are changed on their page, and the log says by whom', async ({ assert }) => {
    const member = await createStaff('buyer')
    const visitor = await loggedIn(member)
    const fields = { levelA: '97', levelB: '90', levelC: '75', leadDays: '20', reviewDays: '10' }
    const saved = await visitor.post(page, { ...fields, budget: '1 500,5', horizon: '6' }, page)
    assert.equal(saved.status, 303)
    assert.deepEqual(await forecastSettings(), {
      ...{ levelA: 0.97, levelB: 0.9, levelC: 0.75, leadDays: 20, reviewDays: 10 },
      ...{ budget: 1_500_500, horizon: 6 },
    })
    const [{ actor, changes }] = await sql<{ actor: string; changes: Record<string, unknown> }>(
      `select actor, changes from audit_log where entity = 'forecast_settings' order by id desc limit 1`
    )
    assert.equal(actor, member.actor)
    assert.deepInclude(changes, { budget: [null, 1_500_500], horizon: [12, 6] })
    assert.notProperty(changes, 'level_b')
    const refused = await visitor.post(
      page,
      { ...fields, levelA: '100', budget: 'beaucoup', horizon: '13' },
      page
    )
    assert.equal(refused.status, 302)
    const { html } = await visitor.get(`${page}?locale=fr`)
    for (const name of ['levelA', 'budget', 'horizon']) assert.include(html, `href="#${name}"`)
    const { horizon } = await forecastSettings()
    assert.equal(horizon, 6)
  })

  test('are changed one by one by programs, and the command forecasts as many months', async ({
    assert,
    client,
  }) => {
    const { token } = await bearer('buyer')
    const changed = await client
      .patch('/api/admin/orion/settings')
      .json({ horizon: 4 })
      .bearerToken(token)
    assert.deepEqual(changed.body().data, { ...USUAL, horizon: 4 })
    const wrong = await client
      .patch('/api/admin/orion/settings')
      .json({ levelA: 0.4 })
      .bearerToken(token)
    wrong.assertStatus(422)
    await emptyOrion()
    await sellingProducts(4, () => 2)
    await trainModels({ today: TODAY })
    const { output } = await runCommand('orion:forecast', [])
    assert.include(output, '4 parts, 4 months from')
    await emptyOrion()
  })
})
