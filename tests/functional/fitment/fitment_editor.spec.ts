import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { createFitment } from '#tests/support/vehicles'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

const CLIO_IV = { make: 'renault', model: 'renault-clio-iv' }

async function typeOf(ktype: number): Promise<number> {
  const [{ id }] = await sql<{ id: number }>('select id from vehicle_types where ktype = $1', [
    ktype,
  ])
  return id
}

/** What the log has told about the fitments of a product since this one was made, the newest last. */
async function logOf(productId: number) {
  const rows = await sql<{ changes: Record<string, unknown> }>(
    `select changes from audit_log where entity = 'products' and entity_id = $1::text and changes ? 'fitments'
       and id > (select max(id) from audit_log where entity = 'products' and entity_id = $1::text
         and action = 'created')
     order by id`,
    [String(productId)]
  )
  return rows.map(({ changes }) => changes.fitments)
}

test.group('Fitment editor', (group) => {
  let counter: WebVisitor
  let token: string
  let product: Awaited<ReturnType<typeof createProduct>>
  let page: string

  group.each.setup(async () => {
    await emptyCatalogue()
    await smallFleet()
    await sql('delete from rate_limits')
    const staff = await bearer('counter')
    token = staff.token
    counter = await loggedIn(staff.member)
    product = await createProduct({ sku: 'PADS' })
    page = `/admin/products/${product.id}/fitments`
    await sql(`insert into cache_epochs (tag) values ('vehicles')
      on conflict (tag) do update set epoch = excluded.epoch`)
    await seeChanges()
  })

  test('a rule reaches the vehicles it speaks of, and the shop says so at once', async ({
    client,
    assert,
  }) => {
    const fields = { ...CLIO_IV, engineCode: 'k9k', yearFrom: '2014', position: 'front' }
    const { status } = await counter.post(page, { ...fields, condition: 'avec ABS' })
    assert.equal(status, 303)
    assert.deepEqual(await fitmentList(), ['PADS 102 front avec ABS', 'PADS 103 front avec ABS'])
    const shop = (vehicle: number) => client.get(`/api/v1/products/${product.slug}`).qs({ vehicle })
    const fitted = await shop(await typeOf(103))
    assert.equal(fitted.body().data.fit, 'conditional')
    assert.deepEqual(fitted.body().data.fitConditions, ['avec ABS'])
    const other = await shop(await typeOf(104))
    assert.equal(other.body().data.fit, 'no')
    const html = await counter.htmlOf(page)
    assert.include(html, 'Affectation ajoutée\u00a0: 2 véhicules.')
    assert.deepEqual(await logOf(product.id), [
      [null, 'Renault Clio IV K9K 2014–, front, avec ABS'],
    ])
    const [{ version }] = await sql<{ version: number }>(
      'select version from products where id = $1',
      [product.id]
    )
    assert.equal(version, 2)
  })

  test('make and model are chosen step by step, without any script', async ({ assert }) => {
    const start = await counter.htmlOf(page)
    assert.include(start, 'value="renault"')
    assert.notInclude(start, 'name="engineCode"')
    const ofMake = await counter.htmlOf(`${page}?make=renault`)
    assert.include(ofMake, 'value="renault-clio-iv"')
    assert.notInclude(ofMake, 'peugeot-208')
    const ofModel = await counter.htmlOf(`${page}?make=renault&model=renault-clio-iv`)
    assert.include(ofModel, `value="${await typeOf(103)}"`)
    assert.include(ofModel, '<option value="K9K">')
    const mixed = await counter.statusOf(`${page}?make=peugeot&model=renault-clio-iv&cursor=x`)
    assert.equal(mixed, 422, 'a cursor of nowhere')
  })

  test('one vehicle alone is a fact of its own, and can be taken back', async ({ assert }) => {
    const vehicleTypeId = await typeOf(103)
    await counter.post(page, { ...CLIO_IV, vehicleTypeId: String(vehicleTypeId) })
    assert.deepEqual(await fitmentList(), ['PADS 103 *'])
    await counter.post(page, { make: 'renault', fuel: 'diesel' })
    assert.deepEqual(await fitmentList(), ['PADS 101', 'PADS 102', 'PADS 103 *'])
    await counter.post(`${page}/vehicles/${vehicleTypeId}/deletion`, {}, page)
    assert.deepEqual(await fitmentList(), ['PADS 101', 'PADS 102', 'PADS 103'])
    assert.include(await counter.htmlOf(page), 'une règle couvre toujours')
    const again = await counter.post(`${page}/vehicles/${vehicleTypeId}/deletion`, {}, page)
    assert.equal(again.status, 404)
  })

  test('a rule goes with its fitments; what another says stays', async ({ client, assert }) => {
    const url = `/api/admin/products/${product.id}/fitments`
    const add = async (body: object) => {
      const answer = await client.post(url).bearerToken(token).json(body)
      answer.assertStatus(201)
      assertDescribed('/api/admin/products/{id}/fitments', 'post', answer)
      return answer.body().data as { ruleId: number; vehicles: number }
    }
    const model = await add(CLIO_IV)
    assert.equal(model.vehicles, 3)
    const engine = await add({ make: 'renault', engineCode: 'K9K' })
    assert.equal(engine.vehicles, 3, 'vehicles of other rules count')
    await createFitment(product.id, await typeOf(107))
    const list = await client.get(url).bearerToken(token)
    assertDescribed('/api/admin/products/{id}/fitments', 'get', list)
    assert.deepEqual(
      list.body().data.rules.map(({ vehicles }: { vehicles: number }) => vehicles),
      [3, 3]
    )
    assert.lengthOf(list.body().data.vehicles, 5)

    const gone = await client.delete(`${url}/${model.ruleId}`).bearerToken(token)
    gone.assertStatus(204)
    assert.deepEqual(await fitmentList(), ['PADS 101', 'PADS 102', 'PADS 103', 'PADS 107 *'])
    const missing = await client.delete(`${url}/${model.ruleId}`).bearerToken(token)
    missing.assertStatus(404)
    await counter.post(`${page}/${engine.ruleId}/deletion`, {}, page)
    assert.deepEqual(await fitmentList(), ['PADS 107 *'])
    const log = await logOf(product.id)
    assert.deepEqual(log.at(-1), ['Renault K9K', null])
  })

  test('a rule of another product is not there', async ({ client }) => {
    const other = await createProduct()
    const url = (id: number) => `/api/admin/products/${id}/fitments`
    const added = await client.post(url(other.id)).bearerToken(token).json(CLIO_IV)
    const refused = await client
      .delete(`${url(product.id)}/${added.body().data.ruleId}`)
      .bearerToken(token)
    refused.assertStatus(404)
  })

  test('what is said twice is said once', async ({ assert }) => {
    await counter.post(page, { ...CLIO_IV, engineCode: 'K9K' })
    await counter.post(page, { ...CLIO_IV, engineCode: 'k-9-k' })
    assert.lengthOf(await logOf(product.id), 1)
    assert.lengthOf(await fitmentList(), 2)
  })

  test('fitments are copied from another product, next to those there are', async ({
    client,
    assert,
  }) => {
    const other = await createProduct({ sku: 'OTHER' })
    const from = `/admin/products/${other.id}/fitments`
    await counter.post(from, { ...CLIO_IV, engineCode: 'K9K' })
    await createFitment(other.id, await typeOf(105), 'sans ABS')
    await counter.post(page, { ...CLIO_IV, fuel: 'petrol' })
    await counter.post(`${page}/copies`, { from: 'OTHER' }, page)
    const [pads] = [await fitmentList()]
    assert.deepEqual(
      pads.filter((line) => line.startsWith('PADS')),
      ['PADS 102', 'PADS 103', 'PADS 104', 'PADS 105 sans ABS *']
    )
    assert.include(await counter.htmlOf(page), '2 affectations copiées de OTHER.')
    const log = await logOf(product.id)
    assert.deepEqual(log.at(-1), [null, ['Renault Clio IV K9K', 'Peugeot 208 1.6 HDi 92']])
    const url = `/api/admin/products/${product.id}/fitments/copies`
    const again = await client.post(url).bearerToken(token).json({ from: 'OTHER' })
    assertDescribed('/api/admin/products/{id}/fitments/copies', 'post', again)
    assert.equal(again.body().data.added, 0)
    for (const sku of ['NOWHERE', 'PADS']) {
      const refused = await client.post(url).bearerToken(token).json({ from: sku })
      refused.assertStatus(422)
    }
  })

  test('what makes no sense is refused, field by field', async ({ client, assert }) => {
    const url = `/api/admin/products/${product.id}/fitments`
    const wrong: [field: string, body: object][] = [
      ['make', {}],
      ['make', { make: 'bugatti' }],
      ['model', { make: 'peugeot', model: 'renault-clio-iv' }],
      ['vehicleTypeId', { make: 'peugeot', vehicleTypeId: await typeOf(103) }],
      ['vehicleTypeId', { make: 'renault', vehicleTypeId: 999_999 }],
      ['yearTo', { make: 'renault', yearFrom: 2019, yearTo: 2012 }],
      ['yearFrom', { make: 'renault', yearFrom: 12 }],
      ['fuel', { make: 'renault', fuel: 'water' }],
      ['position', { make: 'renault', position: 'inside' }],
      ['engineCode', { make: 'renault', engineCode: 'محرك' }],
      ['condition', { make: 'renault', conditionAr: 'مع ABS' }],
    ]
    for (const [field, body] of wrong) {
      const refused = await client.post(url).bearerToken(token).json(body)
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, field)
    }
    const inForm = await counter.post(page, { make: 'renault', yearFrom: '2019', yearTo: '2012' })
    assert.equal(inForm.status, 303)
    assert.include(
      await counter.htmlOf(`${page}?make=renault`),
      'La fin précède le début.',
      'what was wrong is told at the field'
    )
    assert.deepEqual(await fitmentList(), [])
  })

  test('a condition may have an Arabic text, which a later one does not replace', async ({
    client,
    assert,
  }) => {
    await counter.post(page, { ...CLIO_IV, condition: 'avec ABS', conditionAr: 'مع ABS' })
    await counter.post(page, { make: 'dacia', condition: 'avec ABS', conditionAr: 'غير ذلك' })
    const found = await client.get(`/api/v1/products/${product.slug}/fitments`).qs({ locale: 'ar' })
    assert.equal(found.body().data[0].condition, 'مع ABS')
    assert.include(await counter.htmlOf(`${page}?locale=ar`), 'مع ABS')
  })

  test('who may not write sees no form and is refused', async ({ assert }) => {
    const reader = await loggedIn(await createStaff('warehouse'))
    const html = await reader.htmlOf(page)
    assert.include(html, 'Affectations')
    assert.notInclude(html, `action="${page}/copies"`)
    const refused = await reader.post(page, CLIO_IV, '/admin/account')
    assert.equal(refused.status, 403)
  })

  test('the page asks as often for many fitments as for few', async ({ assert }) => {
    const visit = () => counter.htmlOf(page)
    await counter.post(page, CLIO_IV)
    const few = await statementsOfVisit(visit)
    for (const make of ['renault', 'peugeot', 'dacia']) await counter.post(page, { make })
    assert.equal(await statementsOfVisit(visit), few)
  })
})
