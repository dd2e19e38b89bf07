import { test } from '@japa/runner'
import { proposeBulkEdit, startBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { sql } from '#app/platform/database/sql'
import { createRole } from '#app/staff/roles/write_role'
import { assertDescribed } from '#tests/support/api_contract'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const URL = '/api/admin/bulk-edits'

async function priceOf(sku: string) {
  const [{ price }] = await sql<{ price: number }>('select price from products where sku = $1', [
    sku,
  ])
  return price
}

test.group('Changing many products at once, as JSON', (group) => {
  let token: string

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from bulk_edits')
    await sql('delete from rate_limits')
    const staff = await bearer('buyer')
    token = staff.token
  })

  test('chosen, looked at, run, and taken back', async ({ client, assert }) => {
    const { id } = await createProduct({ sku: 'A', price: 10_000 })
    const chosen = await client
      .post(URL)
      .bearerToken(token)
      .json({ kind: 'price_percent', ids: [id] })
    chosen.assertStatus(201)
    assertDescribed(URL, 'post', chosen)
    assert.equal(chosen.body().data.state, 'preview')
    const edit = `${URL}/${chosen.body().data.id}`

    const seen = await client.get(`${edit}/preview`).qs({ value: '5' }).bearerToken(token)
    assertDescribed(`${URL}/{id}/preview`, 'get', seen)
    assert.equal(seen.body().data.total, 1)
    assert.containsSubset(seen.body().data.sample, [{ sku: 'A', before: 10_000, after: 10_500 }])
    assert.equal(await priceOf('A'), 10_000, 'looking changes nothing')
    const early = await client.post(`${edit}/undo`).bearerToken(token)
    early.assertStatus(409)

    const run = await client.post(`${edit}/run`).bearerToken(token).json({ value: '5' })
    run.assertStatus(202)
    assertDescribed(`${URL}/{id}/run`, 'post', run)
    assert.containsSubset(run.body().data, { state: 'done', total: 1, done: 1, changed: 1 })
    assert.equal(await priceOf('A'), 10_500)
    const twice = await client.post(`${edit}/run`).bearerToken(token).json({ value: '5' })
    twice.assertStatus(409)

    const list = await client.get(URL).bearerToken(token)
    assertDescribed(URL, 'get', list)
    assert.containsSubset(list.body().data, [{ kind: 'price_percent', value: '5', state: 'done' }])
    const undone = await client.post(`${edit}/undo`).bearerToken(token)
    undone.assertStatus(202)
    assertDescribed(`${URL}/{id}/undo`, 'post', undone)
    assert.equal(await priceOf('A'), 10_000)
  })

  test('all of a list is chosen by the query of its address', async ({ client, assert }) => {
    const category = await createCategory('freinage')
    await createProduct({ sku: 'IN', category, status: 'draft' })
    await createProduct({ sku: 'OUT', status: 'draft' })
    await seeChanges()
    const body = { kind: 'status', filter: 'category=freinage' }
    const chosen = await client.post(URL).bearerToken(token).json(body)
    const edit = `${URL}/${chosen.body().data.id}`
    await client.post(`${edit}/run`).bearerToken(token).json({ value: 'active' })
    const rows = await sql('select sku, status from products order by sku')
    assert.deepEqual(rows, [
      { sku: 'IN', status: 'active' },
      { sku: 'OUT', status: 'draft' },
    ])
  })

  test('what makes no sense is refused', async ({ client, assert }) => {
    const { id } = await createProduct()
    for (const body of [
      { kind: 'status' },
      { kind: 'status', ids: [] },
      { kind: 'sku', ids: [id] },
    ]) {
      const refused = await client.post(URL).bearerToken(token).json(body)
      refused.assertStatus(422)
    }
    const edit = await proposeBulkEdit({ kind: 'status', ids: [id] }, TESTING)
    const wrong = await client
      .post(`${URL}/${edit.id}/run`)
      .bearerToken(token)
      .json({ value: 'gone' })
    wrong.assertStatus(422)
    assert.equal(wrong.body().errors[0].field, 'value')
    const blind = await client.get(`${URL}/${edit.id}/preview`).bearerToken(token)
    blind.assertStatus(422)
  })

  test('who may not change prices neither starts nor takes back such a change', async ({
    client,
    assert,
  }) => {
    const owner = await createStaff('owner')
    const abilities = [
      'dashboard:read' as const,
      'products:read' as const,
      'products:write' as const,
    ]
    const role = await createRole({ name: `Fiches ${Date.now()}`, abilities }, owner, TESTING)
    const { token: other, member } = await bearer(role.key)
    const { id } = await createProduct({ sku: 'A', price: 10_000 })
    const edit = await proposeBulkEdit({ kind: 'price_percent', ids: [id] }, TESTING)
    await startBulkEdit(edit.id, '5', TESTING)
    const refused = await client.post(`${URL}/${edit.id}/undo`).bearerToken(other)
    refused.assertStatus(403)
    const page = `/admin/bulk-edits/${edit.id}`
    const visitor = await loggedIn(member)
    assert.notInclude(await visitor.htmlOf(page), `${page}/undo`)
    const byForm = await visitor.post(`${page}/undo`, {}, '/admin/account')
    assert.equal(byForm.status, 403)
    assert.equal(await priceOf('A'), 10_500)
  })
})
