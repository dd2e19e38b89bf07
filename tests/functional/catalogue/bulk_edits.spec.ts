import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { sweepJob } from '#app/platform/jobs/sweep'
import { ClaimLost, JobRun } from '#app/platform/jobs/job_run'
import { runBulkEdit, runBulkEditJob } from '#app/catalogue/bulk/run_bulk_edit'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

const pricesQuery = () =>
  sql<{ sku: string; price: number }>('select sku, price from products order by sku')

async function prices() {
  const rows = await pricesQuery()
  return Object.fromEntries(rows.map(({ sku, price }) => [sku, price]))
}

test.group('Changing many products at once', (group) => {
  let buyer: WebVisitor

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from bulk_edits')
    await sql('delete from rate_limits')
    buyer = await loggedIn(await createStaff('buyer'))
  })

  async function choose(fields: Record<string, string | string[]>) {
    const chosen = await buyer.post('/admin/bulk-edits', fields, '/admin/products')
    return chosen.to!
  }

  test('what was picked is shown before and after, then changed', async ({ client, assert }) => {
    const one = await createProduct({ sku: 'A', price: 10_000 })
    const two = await createProduct({ sku: 'B', price: 12_340 })
    await createProduct({ sku: 'C', price: 10_000 })
    const page = await choose({
      'kind': 'price_percent',
      'ids[]': [String(one.id), String(two.id)],
    })

    const preview = await buyer.get(`${page}?value=5`)
    assert.include(preview.html, '10,500')
    assert.include(preview.html, '13,000')
    assert.deepEqual(await prices(), { A: 10_000, B: 12_340, C: 10_000 }, 'looking changes nothing')

    await buyer.post(`${page}/run`, { value: '5' }, `${page}?value=5`)
    assert.deepEqual(await prices(), { A: 10_500, B: 13_000, C: 10_000 })
    assert.include(await buyer.htmlOf(page), '2 produits modifiés')
    await seeChanges()
    const shown = await client.get('/api/v1/products').qs({ sortBy: 'price' })
    assert.deepEqual(
      shown.body().data.map(({ price }: { price: { amount: number } }) => price.amount),
      [10_000, 10_500, 13_000]
    )
    const again = await buyer.post(`${page}/run`, { value: '5' }, page)
    assert.equal(again.status, 303)
    assert.deepEqual(await prices(), { A: 10_500, B: 13_000, C: 10_000 }, 'once is once')
  })

  test('the whole list of a filter is changed, and nothing else', async ({ assert }) => {
    const bosch = await createBrand('Bosch')
    for (let n = 0; n < 60; n++)
      await createProduct({ sku: `B${100 + n}`, price: 10_000, brand: bosch })
    await createProduct({ sku: 'OTHER', price: 10_000 })
    await seeChanges()
    const page = await choose({
      kind: 'price_percent',
      all: '1',
      filter: 'brand=bosch&cursor=abc&sort=name',
    })
    await buyer.post(`${page}/run`, { value: '-10' }, `${page}?value=-10`)
    const after = await prices()
    assert.equal(after.OTHER, 10_000)
    assert.deepEqual(
      new Set(
        Object.entries(after)
          .filter(([sku]) => sku !== 'OTHER')
          .map(([, price]) => price)
      ),
      new Set([9_000])
    )
    const logged = await sql(
      `select from audit_log a join bulk_edits b on a.cause = 'bulk:' || b.id where a.entity = 'products'`
    )
    assert.lengthOf(logged, 60)
  })

  test('what cannot be changed so is left as it is and counted', async ({ assert }) => {
    const priced = await createProduct({ sku: 'PRICED', status: 'draft' })
    const unpriced = await createProduct({ sku: 'UNPRICED', status: 'draft', price: null })
    const page = await choose({
      'kind': 'status',
      'ids[]': [String(priced.id), String(unpriced.id)],
    })
    await buyer.post(`${page}/run`, { value: 'active' }, `${page}?value=active`)
    const rows = await sql('select sku, status from products order by sku')
    assert.deepEqual(rows, [
      { sku: 'PRICED', status: 'active' },
      { sku: 'UNPRICED', status: 'draft' },
    ])
    assert.include(await buyer.htmlOf(page), '1 produit laissé tel quel')
  })

  test('products move to another category', async ({ assert }) => {
    const category = await createCategory('freinage')
    const product = await createProduct()
    await seeChanges()
    const page = await choose({ 'kind': 'category', 'ids[]': [String(product.id)] })
    await buyer.post(`${page}/run`, { value: 'freinage' }, page)
    const [row] = await sql<{ categoryId: number }>(
      'select category_id as "categoryId" from products'
    )
    assert.equal(row.categoryId, category.id)
  })

  test('a change that was cut off goes on where it was', async ({ assert }) => {
    const ids: number[] = []
    for (const sku of ['A', 'B', 'C']) {
      const product = await createProduct({ sku, price: 10_000 })
      ids.push(product.id)
    }
    const [{ id }] = await sql<{ id: number }>(
      `insert into bulk_edits (product_ids, change, state, total, done, last_product_id, actor)
       values ($1, '{"kind":"price_percent","value":10}', 'running', 3, 1, $2, 'test') returning id`,
      [ids, ids[0]]
    )
    await runBulkEdit(id)
    await runBulkEdit(id)
    assert.deepEqual(await prices(), { A: 10_000, B: 11_000, C: 11_000 })
    const [edit] = await sql('select state, done, changed from bulk_edits')
    assert.deepEqual(edit, { state: 'done', done: 3, changed: 2 })
  })

  test('more than 500 are work for a job, left with the change itself', async ({ assert }) => {
    const brand = await createBrand()
    await sql(
      `insert into products (sku, slug, name_fr, brand_id, price) select 'M' || n, 'm' || n, 'n', $1, 10000 from generate_series(1, 501) n`,
      [brand.id]
    )
    const page = await choose({ kind: 'price_percent', all: '1', filter: '' })
    await buyer.post(`${page}/run`, { value: '5' }, `${page}?value=5`)
    const [job] = await sql<{ id: string; data: { id: number } }>(
      `select id, data from ${JOBS_SCHEMA}.job where name = 'catalogue.bulk_edit' and state = 'created'`
    )
    await sql(`delete from ${JOBS_SCHEMA}.job where id = $1`, [job.id])
    assert.include(await buyer.htmlOf(page), 'every="2"', 'its progress is live')
    await runBulkEdit(job.data.id)
    const [{ count }] = await sql<{ count: number }>(
      'select count(*)::int as count from products where price = 10500'
    )
    assert.equal(count, 501)
    assert.notInclude(await buyer.htmlOf(page), 'every="2"')
  })

  test('a change is taken back, but not over what others have changed since', async ({
    assert,
  }) => {
    const one = await createProduct({ sku: 'A', price: 10_000 })
    const two = await createProduct({ sku: 'B', price: 20_000 })
    const page = await choose({
      'kind': 'price_percent',
      'ids[]': [String(one.id), String(two.id)],
    })
    await buyer.post(`${page}/run`, { value: '10' }, `${page}?value=10`)
    await sql('update products set price = 30000 where id = $1', [two.id])

    const undone = await buyer.post(`${page}/undo`, {}, page)

    assert.equal(undone.status, 303)
    assert.deepEqual(await prices(), { A: 10_000, B: 30_000 })
    const html = await buyer.htmlOf(page)
    assert.include(html, 'Laissés tel')
    assert.include(html, '30,000')
    const again = await buyer.post(`${page}/undo`, {}, page)
    assert.equal(again.status, 303)
    const logged = await sql<{ cause: string }>(
      `select cause from audit_log where entity = 'products' and entity_id = $1 order by id desc limit 1`,
      [String(one.id)]
    )
    assert.match(logged[0].cause, /^undo:bulk:/)
  })

  test('the log and the history of prices name who ran it, and who took it back', async ({
    assert,
  }) => {
    const product = await createProduct({ sku: 'A', price: 10_000 })
    const [proposer, runner, undoer] = [
      await createStaff('buyer'),
      await createStaff('buyer'),
      await createStaff('buyer'),
    ]
    buyer = await loggedIn(proposer)
    const page = await choose({ 'kind': 'price_percent', 'ids[]': [String(product.id)] })
    const second = await loggedIn(runner)
    const third = await loggedIn(undoer)
    await second.post(`${page}/run`, { value: '10' }, `${page}?value=10`)
    await third.post(`${page}/undo`, {}, page)
    const signed = [{ actor: runner.actor }, { actor: undoer.actor }]
    const changes = `from price_changes where product_id = $1 and old_price is not null order by id`
    assert.deepEqual(await sql(`select actor ${changes}`, [product.id]), signed)
    const cause = page.replace('/admin/bulk-edits/', 'bulk:')
    const logged = `from audit_log where entity = 'products' and cause = any ($1) order by id`
    assert.deepEqual(await sql(`select actor ${logged}`, [[cause, `undo:${cause}`]]), signed)
    const list = await buyer.htmlOf('/admin/bulk-edits')
    assert.include(list, runner.fullName!)
    assert.notInclude(list.split('<tbody>')[1], proposer.fullName!)
  })

  /** A running change of three products, the first of which is done, and its job as a worker holds it. */
  async function inTheMiddle(
    retryCount = 0,
    change: object = { kind: 'price_percent', value: 10 }
  ) {
    const ids: number[] = []
    for (const sku of ['A', 'B', 'C']) {
      const { id } = await createProduct({ sku, price: 10_000 })
      ids.push(id)
    }
    const [{ id }] = await sql<{ id: number }>(
      `insert into bulk_edits (product_ids, change, state, total, done, last_product_id, actor)
       values ($1, $2, 'running', 3, 1, $3, 'test') returning id`,
      [ids, change, ids[0]]
    )
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [runBulkEditJob.name])
    await sweepJob(runBulkEditJob)
    const [job] = await sql<{ id: string }>(
      `update ${JOBS_SCHEMA}.job set state = 'active', started_on = now(), retry_count = $2
       where name = $1 returning id::text`,
      [runBulkEditJob.name, retryCount]
    )
    const claim = { id: job.id, name: runBulkEditJob.name, data: { id }, retryCount }
    return { id, job, work: new JobRun<{ id: number }>(claim, new AbortController().signal) }
  }

  const stateOf = (id: number) => sql('select state, done from bulk_edits where id = $1', [id])

  async function sweptJobs() {
    await sweepJob(runBulkEditJob)
    return sql(`select 1 from ${JOBS_SCHEMA}.job where name = $1 and state < 'active'`, [
      runBulkEditJob.name,
    ])
  }

  test('a change whose job is taken back stops, stays stopped, and can be undone', async ({
    client,
    assert,
  }) => {
    const { id, job, work } = await inTheMiddle()
    const { token } = await bearer()
    const cancelled = await client.post(`/api/admin/jobs/${job.id}/cancellation`).bearerToken(token)
    cancelled.assertStatus(204)
    await assert.rejects(() => runBulkEditJob.handle(work), ClaimLost)
    assert.deepEqual(await prices(), { A: 10_000, B: 10_000, C: 10_000 })
    assert.deepEqual(await stateOf(id), [{ state: 'cancelled', done: 1 }])
    assert.lengthOf(await sweptJobs(), 0, 'no sweep begins it again')
    const page = `/admin/bulk-edits/${id}`
    assert.include(await buyer.htmlOf(page), 'La modification a été arrêtée')
    await buyer.post(`${page}/undo`, {}, page)
    assert.deepEqual(await stateOf(id), [{ state: 'undone', done: 1 }])
  })

  test('a change that fails at every try says so, and is not begun again', async ({ assert }) => {
    const gone = { kind: 'category', value: 2_000_000_000 }
    const first = await inTheMiddle(0, gone)
    await assert.rejects(() => runBulkEditJob.handle(first.work))
    assert.deepEqual(await stateOf(first.id), [{ state: 'running', done: 1 }])
    await sql('delete from bulk_edits')
    await emptyCatalogue()

    const last = await inTheMiddle(4, gone)
    await runBulkEditJob.handle(last.work)
    assert.deepEqual(await stateOf(last.id), [{ state: 'failed', done: 1 }])
    assert.lengthOf(await sweptJobs(), 0)
    assert.include(
      await buyer.htmlOf(`/admin/bulk-edits/${last.id}`),
      'La modification s’est arrêtée sur une erreur'
    )
  })

  test('after seven days nothing is taken back', async ({ assert }) => {
    const product = await createProduct({ sku: 'A', price: 10_000 })
    const page = await choose({ 'kind': 'price_percent', 'ids[]': [String(product.id)] })
    await buyer.post(`${page}/run`, { value: '10' }, `${page}?value=10`)
    await sql(`update bulk_edits set created_at = now() - interval '8 days'`)
    assert.include(await buyer.htmlOf(page), 'Les 7 jours')
    await buyer.post(`${page}/undo`, {}, page)
    assert.deepEqual(await prices(), { A: 11_000 })
  })

  test('bad values change nothing and say so', async ({ assert }) => {
    const product = await createProduct({ sku: 'A', price: 10_000 })
    const page = await choose({ 'kind': 'price_percent', 'ids[]': [String(product.id)] })
    for (const value of ['', '0', 'abc', '-95', '501', '1e2', '5;drop']) {
      const refused = await buyer.post(`${page}/run`, { value }, page)
      assert.equal(refused.status, 302, value)
    }
    assert.deepEqual(await prices(), { A: 10_000 })
    const nothing = await buyer.post('/admin/bulk-edits', { kind: 'status' }, '/admin/products')
    assert.equal(nothing.status, 303)
    assert.include(await buyer.htmlOf('/admin/products'), 'Cochez au moins un produit')
  })
})
