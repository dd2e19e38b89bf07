import { test } from '@japa/runner'
import { ProgressNote } from '#app/orion/training/progress_note'
import { sql } from '#app/platform/database/sql'
import { complaintAbout } from '#tests/support/api_contract'
import { nothingUnderWay } from '#tests/support/orion'
import { emptyOrion } from '#tests/support/sales'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

/** The form that begins to learn. */
const BUTTON = 'action="/admin/forecasts/model/training"'

test.group('Learning from the report', (group) => {
  group.each.setup(async () => {
    await emptyOrion()
    await nothingUnderWay()
  })
  group.teardown(async () => {
    await nothingUnderWay()
    await emptyOrion()
  })

  const queued = () =>
    sql(`select task from scheduled_runs where state = 'queued' and task like 'orion_%'`)

  test('begins once, is told how far it is, and cannot begin again meanwhile', async ({
    assert,
    client,
  }) => {
    const visitor = await loggedIn(await createStaff('buyer'))
    const page = '/admin/forecasts/model?locale=fr'
    const start = () => visitor.post('/admin/forecasts/model/training', {}, page)
    const begun = await start()
    assert.equal(begun.status, 303)
    const waits = await visitor.get(page)
    assert.include(waits.html, 'En attente d’un processus libre')
    assert.notInclude(waits.html, BUTTON)
    const note = new ProgressNote()
    note.note({ phase: 'learning', done: 1, total: 3 })
    note.note({ phase: 'learning', done: 2, total: 3 })
    await note.settled()
    const [part, whole] = [
      await visitor.get(page, { 'x-fragment': 'live' }),
      await visitor.get(page),
    ]
    assert.match(part.html, /^<x-live[^>]* every="3"/)
    assert.include(whole.html, part.html.trim().slice(0, 60))
    assert.include(part.html, '1 / 3')
    await start()
    const refusal = await visitor.get(page)
    assert.include(refusal.html, 'déjà à l’œuvre')
    assert.deepEqual(await queued(), [{ task: 'orion_train' }])
    const { token } = await bearer('buyer')
    const told = await client.get('/api/admin/orion/training').bearerToken(token)
    const answer = { status: 200, type: 'application/json', body: told.body() as unknown }
    assert.isUndefined(complaintAbout('/api/admin/orion/training', 'get', answer))
    assert.deepInclude(told.body().data.run.progress, { phase: 'learning', done: 1, total: 3 })
    const again = await client.post('/api/admin/orion/training').bearerToken(token)
    again.assertStatus(409)
  })

  test('waits while forecasts are made, and is for those who answer for them', async ({
    assert,
    client,
  }) => {
    const { token } = await bearer('buyer')
    await sql(
      `insert into scheduled_runs (task, slot, job_id) values ('orion_forecast', now(), gen_random_uuid())`
    )
    const refused = await client.post('/api/admin/orion/training').bearerToken(token)
    refused.assertStatus(409)
    await nothingUnderWay()
    const reader = await bearer('warehouse')
    const forbidden = await client.post('/api/admin/orion/training').bearerToken(reader.token)
    forbidden.assertStatus(403)
    assert.isEmpty(await queued())
    const visitor = await loggedIn(reader.member)
    const page = await visitor.get('/admin/forecasts/model?locale=fr')
    assert.notInclude(page.html, BUTTON)
    const begun = await client.post('/api/admin/orion/training').bearerToken(token)
    begun.assertStatus(204)
    assert.deepEqual(await queued(), [{ task: 'orion_train' }])
  })
})
