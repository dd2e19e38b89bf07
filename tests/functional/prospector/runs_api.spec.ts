import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyProspector, finishedRun } from '#tests/support/prospector_runs'
import { bearer } from '#tests/support/staff'

const RUNS = '/api/admin/prospector/runs'

test.group('The API of runs', (group) => {
  group.each.setup(async () => {
    await emptyProspector()
    return emptyProspector
  })

  test('runs are listed newest first, a page at a time', async ({ client, assert }) => {
    const { token } = await bearer('sales')
    const ids = [await finishedRun(), await finishedRun(), await finishedRun()].reverse()
    const list = (query: object) => client.get(RUNS).qs(query).bearerToken(token)
    const first = await list({ limit: 2 })
    assertDescribed(RUNS, 'get', first)
    const { data, meta } = first.body()
    const second = await list({ limit: 2, cursor: meta.nextCursor })
    const all = [...data, ...second.body().data] as { id: number }[]
    assert.deepEqual(
      all.map(({ id }) => id),
      ids
    )
    assert.isNull(second.body().meta.nextCursor)
    const wrong = await list({ cursor: 'nonsense' })
    wrong.assertStatus(422)
  })

  test('one tells what was asked, found, left out and why, and what it cost', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('sales')
    const id = await finishedRun()
    await sql(
      `insert into places_calls (sku, month, number, at)
       select 'text_search_enterprise', '2026-11-01', number, at from (values
         (1000, now() - interval '30 seconds'), (1001, now() - interval '20 seconds'),
         (1002, now() - interval '10 seconds'), (1003, now() + interval '1 hour')) v(number, at)`
    )
    const show = (query: object) => client.get(`${RUNS}/${id}`).qs(query).bearerToken(token)
    const answer = await show({})
    assertDescribed(`${RUNS}/{id}`, 'get', answer)
    const { data, meta } = answer.body()
    assert.containSubset(data, {
      ...{ id, state: 'done', zone: 'TN-61', query: null, limit: 3, requests: 3, found: 7 },
      ...{ new: 5, known: 2, suppressed: 0, skipped: 1, cost: { calls: 3, cents: 7 } },
    })
    assert.deepEqual(data.whyNot, [
      { source: 'places', state: 'skipped', reason: 'ceiling', steps: 1 },
      { source: 'website', state: 'done', reason: 'robots', steps: 1 },
    ])
    const keys = (steps: { key: string }[]) => steps.map(({ key }) => key)
    assert.deepEqual(keys(data.steps), ['garage | TN-61', 'casse auto | TN-61', 'garage.example'])
    assert.deepEqual(meta, { limit: 24, nextCursor: null })
    const first = await show({ limit: 2 })
    const rest = await show({ limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual(keys(rest.body().data.steps), ['garage.example'])
    const missing = await client.get(`${RUNS}/999999`).bearerToken(token)
    missing.assertStatus(404)
    const { token: readonly } = await bearer('readonly')
    const refused = await client.get(RUNS).bearerToken(readonly)
    refused.assertStatus(403)
  })
})
