import { test } from '@japa/runner'
import { refreshAllListings } from '#app/catalogue/attributes/refresh_facet'
import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { assertDescribed } from '#tests/support/api_contract'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

const POSITION = {
  code: 'position',
  kind: 'choice' as const,
  name: 'Position',
  nameAr: 'الموضع',
  nameEn: 'Position',
  isFacet: true,
  choices: [
    { value: 'avant', ar: 'أمامي', en: 'front' },
    { value: 'arrière', ar: 'خلفي', en: 'rear' },
  ],
}

/** What a product says, by code. */
async function said(id: number) {
  const rows = await sql<{ code: string; value: unknown }>(
    `select a.code, coalesce(to_jsonb(number_value), to_jsonb(text_value), to_jsonb(boolean_value)) as value
     from product_attributes v join attributes a on a.id = v.attribute_id where v.product_id = $1`,
    [id]
  )
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]))
}

test.group('Attributes of sheets', (group) => {
  let token: string
  let buyer: WebVisitor
  const url = '/api/admin/attributes'

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const staff = await bearer('buyer')
    token = staff.token
    buyer = await loggedIn(staff.member)
  })

  test('one lives from creation to deletion, through the API', async ({ client, assert }) => {
    await createCategory('freinage/plaquettes')
    const body = { ...POSITION, categories: ['freinage'] }
    const created = await client.post(url).bearerToken(token).json(body)
    created.assertStatus(201)
    assertDescribed(url, 'post', created)
    const { id } = created.body().data
    const taken = await client.post(url).bearerToken(token).json(body)
    taken.assertStatus(409)
    const changed = await client
      .patch(`${url}/${id}`)
      .bearerToken(token)
      .json({ kind: 'text', nameEn: null, categories: ['freinage/plaquettes'] })
    assertDescribed(`${url}/{id}`, 'patch', changed)
    assert.containsSubset(changed.body().data, {
      kind: 'text',
      choices: [],
      nameEn: null,
      nameAr: 'الموضع',
      categories: ['freinage/plaquettes'],
    })
    const list = await client.get(url).qs({ q: 'POSIT' }).bearerToken(token)
    assertDescribed(url, 'get', list)
    assert.lengthOf(list.body().data, 1)
    const log = await sql<{ changes: object }>(
      `select changes from audit_log where entity = 'attributes' and entity_id = $1 order by id desc limit 2`,
      [String(id)]
    )
    assert.containsSubset(log, [
      { changes: { categories: [['freinage'], ['freinage/plaquettes']] } },
      { changes: { kind: ['choice', 'text'] } },
    ])
    const gone = await client.delete(`${url}/${id}`).bearerToken(token)
    gone.assertStatus(204)
    const missing = await client.get(`${url}/${id}`).bearerToken(token)
    missing.assertStatus(404)
  })

  test('what makes no sense is refused, and says which field', async ({ client, assert }) => {
    const wrong: [body: object, field: string][] = [
      [{ ...POSITION, choices: [] }, 'choices'],
      [{ ...POSITION, kind: 'number' }, 'choices'],
      [{ ...POSITION, choices: [{ value: 'Avant' }, { value: 'avant' }] }, 'choices'],
      [{ ...POSITION, categories: ['nowhere'] }, 'categories'],
      [{ ...POSITION, code: '9 mm' }, 'code'],
    ]
    for (const [body, field] of wrong) {
      const refused = await client.post(url).bearerToken(token).json(body)
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, field)
    }
    assert.deepEqual(await sql('select id from attributes'), [])
  })

  test('values keep the kind: text and choice turn into each other, numbers do not', async ({
    client,
    assert,
  }) => {
    await createProduct({ attributes: { cote: 'gauche', largeur: 12 } })
    const rows = await sql<{ code: string; id: number }>('select code, id from attributes')
    const idOf = (code: string) => rows.find((row) => row.code === code)!.id
    const patch = (code: string, body: object) =>
      client
        .patch(`${url}/${idOf(code)}`)
        .bearerToken(token)
        .json(body)
    const refused = await patch('largeur', { kind: 'text' })
    refused.assertStatus(409)
    assert.equal(refused.body().code, 'other_kind')
    const choice = await patch('cote', { kind: 'choice', choices: [{ value: 'droit' }] })
    choice.assertStatus(200)
    const used = await client.delete(`${url}/${idOf('cote')}`).bearerToken(token)
    used.assertStatus(409)
  })

  test('the sheet asks for what its category asks for, and keeps what else it says', async ({
    assert,
  }) => {
    const category = await createCategory('freinage/plaquettes')
    const other = await createCategory('filtration')
    const width = { code: 'largeur', kind: 'number' as const, name: 'Largeur', unit: 'mm' }
    await createAttribute({ ...POSITION, categories: ['freinage'] }, TESTING)
    await createAttribute({ ...width, categories: ['filtration'] }, TESTING)
    await createAttribute({ code: 'abs', kind: 'boolean', name: 'ABS' }, TESTING)
    const pads = await createProduct({ category, attributes: { libre: 'céramique' } })
    const filter = await createProduct({ category: other })
    await seeChanges()

    const sheet = await buyer.htmlOf(`/admin/products/${pads.id}`)
    assert.match(sheet, /<select[^>]*name="attributes\[position\]"/)
    assert.match(sheet, /name="attributes\[libre\]"[^>]*value="céramique"/)
    assert.notInclude(sheet, 'attributes[largeur]')
    assert.include(sheet, '<option value="abs">')
    const second = await buyer.htmlOf(`/admin/products/${filter.id}`)
    assert.include(second, 'attributes[largeur]')
    assert.notInclude(second, 'attributes[position]')
  })

  test('a sheet is filled in, in the shop at once, and every value is in the log', async ({
    client,
    assert,
  }) => {
    const category = await createCategory('freinage')
    await createAttribute({ ...POSITION, categories: ['freinage'] }, TESTING)
    await createAttribute({ code: 'abs', kind: 'boolean', name: 'ABS' }, TESTING)
    const product = await createProduct({ category, attributes: { largeur: 5, libre: 'x' } })
    await seeChanges()
    const form = {
      ...{ sku: product.sku, name: 'Plaquettes', status: 'active', quality: 'oem', taxRate: '19' },
      ...{ brand: 'marque', category: 'freinage', price: '12' },
      ...{
        'attributes[position]': 'أمامي',
        'attributes[largeur]': '12,5',
        'attributes[libre]': '',
      },
      ...{ otherAttribute: 'abs', otherValue: 'oui' },
    }
    await product.load('brand')
    const page = `/admin/products/${product.id}`
    const saved = await buyer.post(page, { ...form, brand: product.brand.slug, version: '1' })
    assert.equal(saved.status, 303)
    assert.equal(saved.to, page)
    assert.deepEqual(await said(product.id), { position: 'avant', largeur: 12.5, abs: true })

    await seeChanges()
    const shown = await client.get(`/api/v1/products/${product.slug}`).qs({ locale: 'ar' })
    assertDescribed('/api/v1/products/{slug}', 'get', shown)
    assert.containsSubset(shown.body().data.attributes, [
      { code: 'position', name: 'الموضع', value: 'avant', label: 'أمامي' },
      { code: 'largeur', value: 12.5, label: '12.5' },
    ])
    const facets = await client.get('/api/v1/products/facets').qs({ locale: 'en' })
    assertDescribed('/api/v1/products/facets', 'get', facets)
    assert.containsSubset(facets.body().data.attributes, [
      { code: 'position', values: [{ value: 'avant', label: 'front', count: 1 }] },
    ])
    const [{ changes }] = await sql<{ changes: object }>(
      `select changes from audit_log where entity = 'products' and entity_id = $1
       and jsonb_exists(changes, 'attributes') order by id desc limit 1`,
      [String(product.id)]
    )
    assert.deepEqual(changes, {
      attributes: [
        { position: null, largeur: 5, libre: 'x', abs: null },
        { position: 'avant', largeur: 12.5, libre: null, abs: true },
      ],
    })
    const history = await buyer.htmlOf(`${page}/history`)
    assert.include(history, 'largeur 12,5 · position avant')
  })

  test('a value that does not fit is told at its field, and nothing is saved', async ({
    client,
    assert,
  }) => {
    await createAttribute(POSITION, TESTING)
    await createAttribute({ code: 'abs', kind: 'boolean', name: 'ABS' }, TESTING)
    const { id } = await createProduct({ attributes: { largeur: 5, position: 'dessous' } })
    const wrong = { largeur: 'large', position: 'dessus', abs: 'peut-être', rien: 1 }
    const patch = (attributes: object) =>
      client
        .patch(`/api/admin/products/${id}`)
        .bearerToken(token)
        .json({ name: 'Neuf', attributes })
    const refused = await patch(wrong)
    refused.assertStatus(422)
    const { errors } = refused.body() as { errors: { field: string; rule: string }[] }
    assert.deepEqual(
      errors.map(({ field, rule }) => [field, rule]),
      [
        ['attributes.largeur', 'number'],
        ['attributes.position', 'enum'],
        ['attributes.abs', 'boolean'],
        ['attributes.rien', 'exists'],
      ]
    )
    const nested = await patch({ largeur: [1] })
    nested.assertStatus(422)
    assert.deepEqual(await said(id), { largeur: 5, position: 'dessous' })
    const kept = await patch({ position: 'dessous', largeur: 7 })
    kept.assertStatus(200)
    assertDescribed('/api/admin/products/{id}', 'patch', kept)
    assert.deepEqual(kept.body().data.attributes, { largeur: 7, position: 'dessous' })
  })

  test('two who fill in one sheet are told about each other', async ({ assert }) => {
    const product = await createProduct({ attributes: { largeur: 5 } })
    await product.load('brand')
    await seeChanges()
    const page = `/admin/products/${product.id}`
    const form = {
      ...{ sku: product.sku, name: product.nameFr, status: 'active', quality: 'aftermarket' },
      ...{ taxRate: '19', brand: product.brand.slug, price: '12', version: '1' },
    }
    await buyer.post(page, { ...form, 'attributes[largeur]': '6' })
    const refused = await buyer.post(page, { ...form, 'attributes[largeur]': '7' })
    assert.equal(refused.status, 409)
    assert.match(refused.html, /<td>largeur<\/td><td><bdi>6<\/bdi><\/td><td><bdi>7<\/bdi><\/td>/)
    assert.match(refused.html, /name="attributes\[largeur\]"[^>]*value="7"/)
  })

  test('an attribute that becomes a filter filters what was there before', async ({
    client,
    assert,
  }) => {
    await createProduct({ attributes: { cote: 'gauche' } })
    await sql('update attributes set is_facet = false')
    await sql('truncate facet_values')
    await sql('select refresh_product_listings(null)')
    const [{ id }] = await sql<{ id: number }>('select id from attributes')
    await client.patch(`${url}/${id}`).bearerToken(token).json({ isFacet: true })
    await seeChanges()
    const facets = await client.get('/api/v1/products/facets')
    assert.containsSubset(facets.body().data.attributes, [
      { code: 'cote', values: [{ value: 'gauche', count: 1 }] },
    ])
  })

  test('more than 500 products that follow are work for a job, which takes batches', async ({
    client,
    assert,
  }) => {
    const { brandId } = await createProduct({ attributes: { cote: 'gauche' } })
    await sql(
      `insert into products (sku, slug, brand_id, name_fr, status, price)
       select 'MANY-' || n, 'many-' || n, $1, 'Pièce ' || n, 'active', 10000 from generate_series(1, 520) n`,
      [brandId]
    )
    await sql('update attributes set is_facet = false')
    await sql('truncate facet_values')
    await sql(
      `insert into product_attributes (product_id, attribute_id, text_value)
       select p.id, a.id, 'gauche' from products p, attributes a on conflict do nothing`
    )
    await sql('select refresh_product_listings(null)')
    const [{ id }] = await sql<{ id: number }>('select id from attributes')
    await sql(`delete from ${JOBS_SCHEMA}.job where name = 'catalogue.facet'`)
    await client.patch(`${url}/${id}`).bearerToken(token).json({ isFacet: true })
    const jobs = await sql<{ data: { attributeId: number } }>(
      `select data from ${JOBS_SCHEMA}.job where name = 'catalogue.facet'`
    )
    assert.deepEqual(
      jobs.map(({ data }) => data.attributeId),
      [id]
    )
    await refreshAllListings(id)
    await seeChanges()
    const facets = await client.get('/api/v1/products/facets')
    assert.deepEqual(facets.body().data.attributes[0].values, [
      { value: 'gauche', label: 'gauche', count: 521 },
    ])
  })

  test('the form writes choices line by line and says what it did', async ({ assert }) => {
    await createCategory('freinage')
    const fields = {
      ...{ code: 'position', name: 'Position', kind: 'choice', isFacet: '1' },
      'choices': 'avant | أمامي | front\n\narrière||rear',
      'categories[]': ['freinage'],
    }
    await buyer.post('/admin/attributes', fields, '/admin/attributes/new')
    const [{ id, choices }] = await sql<{ id: number; choices: object[] }>(
      'select id, choices from attributes'
    )
    assert.deepEqual(choices, [
      { value: 'avant', ar: 'أمامي', en: 'front' },
      { value: 'arrière', ar: null, en: 'rear' },
    ])
    const page = `/admin/attributes/${id}`
    const html = await buyer.htmlOf(page)
    assert.include(html, 'avant | أمامي | front\narrière |  | rear</textarea>')
    assert.match(html, /value="freinage"\s*checked/)
    await buyer.post(page, { name: 'Place', kind: 'choice', choices: '' })
    assert.include(await buyer.htmlOf(page), 'Ce champ est obligatoire.')
    await buyer.post(page, { name: 'Place', kind: 'text' })
    assert.include(await buyer.htmlOf('/admin/attributes'), 'Place')
    await buyer.post(`${page}/deletion`, {}, page)
    assert.deepEqual(await sql('select id from attributes'), [])
  })

  test('who lacks the right sees no form and is refused', async ({ assert }) => {
    const { id } = await createAttribute(POSITION, TESTING)
    const counter = await loggedIn(await createStaff('counter'))
    assert.notInclude(await counter.htmlOf('/admin/attributes'), '/admin/attributes/new')
    assert.notInclude(await counter.htmlOf(`/admin/attributes/${id}`), 'save-bar')
    const refused = await counter.post(`/admin/attributes/${id}`, {}, '/admin/account')
    assert.equal(refused.status, 403)
  })

  test('the list asks as often for many as for few', async ({ assert }) => {
    const visit = () => buyer.htmlOf('/admin/attributes')
    await createAttribute(POSITION, TESTING)
    const few = await statementsOfVisit(visit)
    await sql(
      `insert into attributes (code, kind, name_fr) select 'a' || n, 'text', 'Nom ' || n from generate_series(1, 40) n`
    )
    assert.equal(await statementsOfVisit(visit), few)
  })
})
