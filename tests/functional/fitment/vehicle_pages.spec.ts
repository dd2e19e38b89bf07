import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { TYPE_FIELDS } from '#tests/support/fitment_forms'
import { createStaff, TESTING } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { createFitment } from '#tests/support/vehicles'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

async function idOf(table: 'vehicle_makes' | 'vehicle_models', slug: string): Promise<number> {
  const [{ id }] = await sql<{ id: number }>(`select id from ${table} where slug = $1`, [slug])
  return id
}

async function typeOf(ktype: number): Promise<number> {
  const [{ id }] = await sql<{ id: number }>('select id from vehicle_types where ktype = $1', [
    ktype,
  ])
  return id
}

/** What the log tells of rows of a table, the newest last. */
async function logOf(table: string, id: number) {
  return sql<{ actor: string; action: string; changes: Record<string, [unknown, unknown]> }>(
    'select actor, action, changes from audit_log where entity = $1 and entity_id = $2::text order by id',
    [table, String(id)]
  )
}

test.group('The pages of vehicles', (group) => {
  let buyer: WebVisitor
  let actor: string
  let clio: string

  group.each.setup(async () => {
    await emptyCatalogue()
    await smallFleet()
    await sql('delete from rate_limits')
    await sql(`insert into cache_epochs (tag) values ('vehicles')
      on conflict (tag) do update set epoch = excluded.epoch`)
    await seeChanges()
    const member = await createStaff('buyer')
    actor = member.actor
    buyer = await loggedIn(member)
    clio = `/admin/vehicles/models/${await idOf('vehicle_models', 'renault-clio-iv')}`
  })

  test('a VIN is read, and staff say which vehicle it is and take it back', async ({ assert }) => {
    const vin = 'VF1BB1D0H12345678'
    const page = `/admin/vehicles/vins?vin=${vin}`
    assert.include(await buyer.htmlOf('/admin/vehicles'), 'action="/admin/vehicles/vins"')
    const unread = await buyer.htmlOf('/admin/vehicles/vins?vin=VF1OIQ')
    assert.include(unread, 'Ce numéro ne se lit pas')

    const read = await buyer.htmlOf('/admin/vehicles/vins?vin=vf1-bb1d0h12345678')
    assert.include(read, vin)
    assert.include(read, 'Personne n’a encore dit quel véhicule porte un tel numéro.')
    const found = await buyer.htmlOf(`${page}&make=renault&model=renault-clio-iv`)
    const [, action, id] = found.match(/action="(\/admin\/vehicles\/vins\/\w+\/types\/(\d+))"/)!

    for (const times of [1, 2]) {
      const confirmed = await buyer.post(action, {}, page)
      assert.equal(confirmed.to, page)
      const [{ confirmations }] = await sql<{ confirmations: number }>(
        'select confirmations from vin_prefixes where vehicle_type_id = $1',
        [id]
      )
      assert.equal(confirmations, times)
    }
    assert.include(await buyer.htmlOf(page), 'Confirmé 2 fois')

    await buyer.post(`${action}/withdrawal`, {}, page)
    assert.lengthOf(await sql('select from vin_prefixes where vehicle_type_id = $1', [id]), 0)
    const [{ actor: who }] = await sql<{ actor: string }>(
      `select actor from audit_log where entity = 'vin_prefixes' order by id desc limit 1`
    )
    assert.equal(who, actor)
  })

  test('makes, models and types are found by name and by what customers say', async ({
    assert,
  }) => {
    const all = await buyer.htmlOf('/admin/vehicles')
    for (const make of ['Dacia', 'Peugeot', 'Renault']) assert.include(all, `<bdi>${make}</bdi>`)
    assert.notInclude(all, 'Clio IV')
    const reno = await buyer.htmlOf('/admin/vehicles?q=Réno')
    assert.include(reno, '<bdi>Renault</bdi>')
    assert.notInclude(reno, '<bdi>Dacia</bdi>')
    for (const q of ['clio quatre', 'renault clio iv', 'كليو 4']) {
      const found = await buyer.htmlOf(`/admin/vehicles?q=${encodeURIComponent(q)}`)
      assert.include(found, '<bdi>Clio IV</bdi>', q)
      assert.notInclude(found, '<bdi>208</bdi>', q)
    }
    assert.include(await buyer.htmlOf('/admin/vehicles?q=zeppelin'), 'Aucun véhicule ne correspond')
    const renault = await idOf('vehicle_makes', 'renault')
    assert.include(await buyer.htmlOf(`/admin/vehicles/makes/${renault}`), 'Clio III')
    assert.include(await buyer.htmlOf(clio), '1.2 16V 75')
  })

  test('other names are added and removed, and the search understands them', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ nameFr: 'Filtre à huile' })
    await createFitment(product.id, await typeOf(103))
    await seeChanges()
    await buyer.post(`${clio}/aliases`, { alias: 'Kliou arbaa' }, clio)
    await buyer.post(`${clio}/aliases`, { alias: 'kliou ARBAA' }, clio)
    const rows = await sql<{ id: number }>(
      `select id from vehicle_aliases where alias_norm = 'kliou arbaa'`
    )
    assert.lengthOf(rows, 1)
    await seeChanges()
    const found = await client.get('/api/v1/search').qs({ q: 'filtre kliou arbaa' })
    assert.equal(found.body().data[0].sku, product.sku)
    assert.containsSubset(found.body().meta.interpretedAs, {
      vehicle: { models: [{ slug: 'renault-clio-iv' }] },
    })
    const gone = await buyer.post(`${clio}/aliases/${rows[0].id}/deletion`, {}, clio)
    assert.equal(gone.status, 303)
    assert.notInclude(await buyer.htmlOf(clio), '<bdi>Kliou arbaa</bdi>')
    const log = await logOf('vehicle_aliases', rows[0].id)
    assert.deepEqual(
      log.slice(-2).map((entry) => [entry.actor, entry.action]),
      [
        [actor, 'created'],
        [actor, 'deleted'],
      ]
    )
    const again = await buyer.post(`${clio}/aliases/${rows[0].id}/deletion`, {}, clio)
    assert.equal(again.status, 404)
    await buyer.post(`${clio}/aliases`, { alias: '…' }, clio)
    assert.include(await buyer.htmlOf(clio), 'Ce format n’est pas reconnu.')
  })

  test('a new type gets the fitments of the rules that reach it', async ({ client, assert }) => {
    const product = await createProduct({ sku: 'PADS' })
    const other = await createProduct({ sku: 'OTHER' })
    const model = 'renault-clio-iv'
    await addFitment(product.id, { make: 'renault', model, engineCode: 'K9K' }, TESTING)
    await addFitment(other.id, { make: 'renault', model, fuel: 'petrol' }, TESTING)
    await buyer.post(`${clio}/types`, { ...TYPE_FIELDS, ktype: '108' }, `${clio}/types/new`)
    assert.include(await buyer.htmlOf(clio), '1 affectation suit des règles.')
    const list = await fitmentList()
    assert.deepEqual(
      list.filter((line) => line.includes('108')),
      ['PADS 108']
    )
    await seeChanges()
    const id = await typeOf(108)
    const shown = await client.get(`/api/v1/vehicles/types/${id}`)
    assert.containsSubset(shown.body().data, { from: '2013-01-01', to: '2019-06-30' })
    const fit = await client.get(`/api/v1/products/${product.slug}`).qs({ vehicle: id })
    assert.equal(fit.body().data.fit, 'fits')
    const [created] = await logOf('vehicle_types', id).then((log) => log.slice(-1))
    assert.containsSubset(created, { actor, action: 'created' })
    assert.deepEqual(created.changes.name, [null, '1.5 dCi 110'])
  })

  test('a type that changes loses and gains what rules say, not what was said outright', async ({
    assert,
  }) => {
    const product = await createProduct({ sku: 'PADS' })
    await addFitment(product.id, { make: 'renault', fuel: 'petrol' }, TESTING)
    await addFitment(product.id, { make: 'renault', yearTo: 2006, position: 'rear' }, TESTING)
    const id = await typeOf(104)
    await createFitment(product.id, id, 'avec ABS')
    assert.deepEqual(await fitmentList(), ['PADS 101 rear', 'PADS 104', 'PADS 104 avec ABS *'])
    const page = `/admin/vehicles/types/${id}`
    await buyer.post(page, { ...TYPE_FIELDS, producedFrom: '2005-03', ktype: '104' })
    assert.deepEqual(await fitmentList(), ['PADS 101 rear', 'PADS 104 avec ABS *', 'PADS 104 rear'])
    const html = await buyer.htmlOf(page)
    for (const value of ['2005-03', '2019-06', '1461', '81']) {
      assert.include(html, `value="${value}"`)
    }
  })

  test('a make and a model get other names; their addresses and former names stay', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ nameFr: 'Filtre à huile' })
    await createFitment(product.id, await typeOf(103))
    const saved = await buyer.post(clio, { name: 'Clio 4e génération', nameAr: '', version: '1' })
    assert.equal(saved.status, 303)
    await seeChanges()
    const listed = await client.get('/api/v1/vehicles/makes/renault/models')
    assert.containsSubset(listed.body().data, [
      { slug: 'renault-clio-iv', name: 'Clio 4e génération' },
    ])
    for (const q of ['filtre clio iv', 'filtre clio 4e génération']) {
      const found = await client.get('/api/v1/search').qs({ q })
      assert.containsSubset(found.body().meta.interpretedAs, {
        vehicle: { models: [{ slug: 'renault-clio-iv' }] },
      })
    }
    const id = await idOf('vehicle_models', 'renault-clio-iv')
    const [entry] = await logOf('vehicle_models', id).then((log) => log.slice(-1))
    assert.deepEqual(entry.changes, {
      name: ['Clio IV', 'Clio 4e génération'],
      name_ar: ['كليو 4', null],
    })
    const renault = `/admin/vehicles/makes/${await idOf('vehicle_makes', 'renault')}`
    await buyer.post(renault, { name: 'Peugeot' })
    assert.include(await buyer.htmlOf(renault), 'porte déjà cet identifiant')
    await buyer.post(renault, { name: 'Renault Group' })
    assert.include(await buyer.htmlOf(renault), '<bdi>Renault</bdi>', 'still called so')
  })

  test('two who change one vehicle are told about each other', async ({ assert }) => {
    const first = await buyer.post(clio, { name: 'Clio 4', nameAr: 'كليو 4', version: '1' })
    assert.equal(first.status, 303)
    const late = await buyer.post(clio, { name: 'Clio quatre', nameAr: 'كليو 4', version: '1' })
    assert.equal(late.status, 409)
    assert.match(late.html, /<bdi>Clio 4<\/bdi><\/td><td><bdi>Clio quatre<\/bdi>/)
    assert.include(late.html, 'value="Clio quatre"')

    const page = `/admin/vehicles/types/${await typeOf(104)}`
    await buyer.post(page, { ...TYPE_FIELDS, ktype: '104', version: '1' })
    const other = { ...TYPE_FIELDS, ktype: '104', fuel: 'petrol', powerKw: '90', version: '1' }
    const refused = await buyer.post(page, other)
    assert.equal(refused.status, 409)
    assert.match(
      refused.html,
      /<td>Carburant<\/td><td><bdi>Diesel<\/bdi><\/td><td><bdi>Essence<\/bdi>/
    )
    assert.match(refused.html, /<td>Puissance<\/td><td><bdi>81<\/bdi><\/td><td><bdi>90<\/bdi>/)
    assert.include(refused.html, 'name="version" value="2"')
    const again = await buyer.post(page, { ...other, version: '2' })
    assert.equal(again.status, 303)
  })

  test('what makes no sense is refused', async ({ assert }) => {
    const page = `${clio}/types/new`
    const wrong: [fields: Record<string, string>, told: string][] = [
      [{ producedTo: '2012-01' }, 'La fin précède le début.'],
      [{ producedFrom: '2013-13' }, 'Ce format n’est pas reconnu.'],
      [{ fuel: 'water' }, 'Choisissez une valeur de la liste.'],
      [{ ktype: '101' }, 'Un enregistrement porte déjà cet identifiant.'],
    ]
    for (const [fields, told] of wrong) {
      await buyer.post(`${clio}/types`, { ...TYPE_FIELDS, ...fields }, page)
      assert.include(await buyer.htmlOf(page), told)
    }
    const [{ count }] = await sql<{ count: number }>('select count(*)::int from vehicle_types')
    assert.equal(count, 7)
    assert.equal(await buyer.statusOf('/admin/vehicles/types/999999'), 404)
  })

  test('who may not change vehicles sees no form and is refused', async ({ assert }) => {
    const counter = await loggedIn(await createStaff('counter'))
    const html = await counter.htmlOf(clio)
    assert.include(html, '1.5 dCi 90')
    assert.notInclude(html, '/aliases"')
    assert.notInclude(html, 'types/new')
    assert.equal(await counter.statusOf(`${clio}/types/new`), 403)
    const refused = await counter.post(`${clio}/aliases`, { alias: 'x' }, '/admin/account')
    assert.equal(refused.status, 403)
  })

  test('lists ask as often for many rows as for few', async ({ assert }) => {
    const pages = ['/admin/vehicles', '/admin/vehicles?q=clio', clio]
    const visit = async () => {
      for (const page of pages) await buyer.htmlOf(page)
    }
    const few = await statementsOfVisit(visit)
    await sql(
      `insert into vehicle_types (model_id, name, body, fuel, produced_from)
       select id, 'Type ' || n, 'sedan', 'diesel', '2015-01-01' from vehicle_models, generate_series(1, 20) n`
    )
    assert.equal(await statementsOfVisit(visit), few)
  })
})
