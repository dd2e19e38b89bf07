import { test } from '@japa/runner'
import { createRole } from '#app/staff/roles/write_role'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn, ownersBrowser } from '#tests/support/web_visitor'
import { forgetImports, ImportClient } from '#tests/support/web_imports'

const LIST =
  'sku,name,brand,price,stock\nA1,Filtre,Bosch,12.500,3\nA2,Disque,Brembo,99,0\nA3,,X,5,\n'

test.group('Imports over the web', (group) => {
  let imports: ImportClient

  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
    await sql('delete from rate_limits')
    imports = await ImportClient.of('owner')
  })

  test('rejected rows tell costs to nobody who may not know them', async ({ assert }) => {
    const list = [
      'sku,name,brand,Prix achat,price',
      'C1,,X,7.777,5',
      'C2,Disque,Brembo,-8.888,99',
      'C3,"a" b,X,6.666,5',
    ].join('\n')
    const run = await imports.importing(`${list}\n`, {
      mapping: JSON.stringify({ 'Prix achat': 'cost' }),
    })
    assert.equal(run.counts.rejected, 3)
    const path = `/imports/${run.id}/errors.csv`
    const known = await imports.text(path)
    for (const cost of ['7.777', '-8.888', '6.666']) assert.include(known.body, cost)

    const abilities = ['products:read' as const, 'imports:read' as const]
    const owner = await createStaff()
    const role = await createRole({ name: `Rejets ${Date.now()}`, abilities }, owner, TESTING)
    const blind = await ImportClient.of(role.key)
    const { body } = await blind.text(path)
    assert.match(body, /^line,reason,sku,name,brand,price\n2,[^\n]*,C1,,X,5\n/)
    const told = await blind.text(`/imports/${run.id}`)
    for (const text of [body, told.body]) assert.notMatch(text, /7\.777|8\.888|6\.666/)
  })

  test('samples of columns tell costs to nobody who may not know them', async ({ assert }) => {
    const list = 'sku,name,cost,Achat HT,price\nC1,Disque,7.777,8.888,5.555\n'
    const mapping = JSON.stringify({ 'cost': null, 'Achat HT': 'cost' })
    const { body } = await imports.upload(list, { dryRun: 'true', mapping })
    await sql(`update import_runs set state = 'uploaded' where id = $1`, [body.data.id])
    const page = `/admin/imports/${body.data.id}/columns`
    const owner = await createStaff()
    const desk = await loggedIn(owner)
    const known = await desk.htmlOf(page)
    for (const sample of ['7.777', '8.888', '5.555']) assert.include(known, sample)

    const abilities = [
      'products:read' as const,
      'products:write' as const,
      'imports:write' as const,
    ]
    const role = await createRole({ name: `Colonnes ${Date.now()}`, abilities }, owner, TESTING)
    const other = await loggedIn(await createStaff(role.key))
    const blind = await other.htmlOf(page)
    assert.include(blind, '5.555')
    assert.include(blind, 'masqué')
    assert.notMatch(blind, /7\.777|8\.888/)
  })

  test('a program sees how a file is read, and says what its columns are', async ({
    assert,
    client,
  }) => {
    const list = 'sku;name;Achat HT;price\nC1;Disque;8,888;5,555\n'
    const { id } = await imports.importing(list, { dryRun: 'true' }, 'checked')
    const path = `/api/admin/imports/${id}/columns`
    const shown = await client.get(path).bearerToken(imports.token)
    assertDescribed('/api/admin/imports/{id}/columns', 'get', shown)
    assert.deepInclude(shown.body().data.columns[2], { header: 'Achat HT', samples: ['8,888'] })

    const choices = { mapping: { 'Achat HT': 'cost', 'price': null } }
    const put = (body: object) => client.put(path).bearerToken(imports.token).json(body)
    for (const delimiter of [',', ';']) {
      const otherwise = await put({ delimiter })
      assertDescribed('/api/admin/imports/{id}/columns', 'put', otherwise)
      otherwise.assertStatus(200)
    }
    const changed = await put({ ...choices, delimiter: ';' })
    assertDescribed('/api/admin/imports/{id}/columns', 'put', changed)
    changed.assertStatus(202)
    const { preview } = await imports.until(id, 'checked')
    assert.isNotNull(preview)
    const again = await client.get(path).bearerToken(imports.token)
    const taken = again.body().data.columns.map(({ column }: { column: string }) => column)
    assert.deepEqual(taken, ['sku', 'name', 'cost', null])
    await imports.move(id, 'start')
    await imports.until(id, 'done')
    assert.deepEqual(await sql(`select cost::int, price from products where sku = 'C1'`), [
      { cost: 8888, price: null },
    ])
    const late = await put(choices)
    late.assertStatus(409)
  })

  test('a file is imported in the background, its rejected rows are a file', async ({
    assert,
    client,
  }) => {
    const run = await imports.importing(LIST)
    assert.deepEqual(run.counts, { created: 2, updated: 0, unchanged: 0, rejected: 1 })
    assert.deepEqual(run.progress, { phase: 'applying', done: 3, total: 3 })
    assert.equal(run.fileName, 'liste.csv')
    const { body, headers } = await imports.text(`/imports/${run.id}/errors.csv`)
    assert.match(headers.get('content-type')!, /^text\/csv/)
    assert.match(
      body,
      /^line,reason,sku,name,brand,price,stock\n4,name: a new product needs one,A3/
    )

    const show = await client.get(`/api/admin/imports/${run.id}`).bearerToken(imports.token)
    assertDescribed('/api/admin/imports/{id}', 'get', show)
    const list = await client.get('/api/admin/imports?limit=1').bearerToken(imports.token)
    assertDescribed('/api/admin/imports', 'get', list)
    assert.equal(list.body().data[0].id, run.id)
  })

  test('a dry run tells the counts, examples and prices that jump, and writes nothing', async ({
    assert,
  }) => {
    await createProduct({ sku: 'A1', nameFr: 'Filtre', price: 10_000 })
    const run = await imports.importing(LIST, { dryRun: 'true' }, 'checked')
    assert.deepEqual(run.counts, { created: 1, updated: 1, unchanged: 0, rejected: 1 })
    assert.equal(run.preview?.priceAlarms.over20, 1)
    const price = run.preview?.changes.find(({ field }) => field === 'price')
    assert.include(price, { label: 'A1', before: '10000', after: '12500' })
    const brand = run.preview?.changes.find(({ field }) => field === 'brand_id')
    assert.equal(brand?.after, 'Bosch')
    assert.deepInclude(run.preview?.changes, {
      entity: 'products',
      label: 'A2',
      field: '*',
      before: null,
      after: null,
    } as never)
    assert.deepEqual(run.preview?.rejected, [{ line: 4, reason: 'name: a new product needs one' }])
    assert.deepEqual(await sql('select sku, price from products'), [{ sku: 'A1', price: 10_000 }])
    assert.deepEqual(await sql(`select 1 from pg_class where relname like 'import_staging%'`), [])

    const started = await imports.move(run.id, 'resume')
    assert.equal(started.status, 202)
    const done = await imports.until(run.id, 'done')
    assert.deepEqual(done.counts, run.counts)
  })

  test('a mapping names columns by text, or is refused', async ({ assert }) => {
    for (const mapping of [
      '{"\\u0000":"sku"}',
      '{"\\ud800":"sku"}',
      '{"a":"\\u0000"}',
      '["sku"]',
    ]) {
      const { status, body } = await imports.upload(LIST, { mapping })
      assert.equal(status, 422, mapping)
      assert.include(JSON.stringify(body), '"rule":"mapping"')
    }
  })

  test('once it is imported, the page tells what has changed', async ({ assert }) => {
    await createProduct({ sku: 'A1', nameFr: 'Filtre', price: 10_000 })
    const { id } = await imports.importing(LIST, { dryRun: 'true' }, 'checked')
    const owner = await ownersBrowser()
    assert.include(await owner.htmlOf(`/admin/imports/${id}`), 'Exemples de ce qui changerait')
    await imports.move(id, 'start')
    await imports.until(id, 'done')
    assert.include(await owner.htmlOf(`/admin/imports/${id}`), 'Exemples de ce qui a changé')
  })

  test('what staff do with an import is in the audit log, with who and through what', async ({
    assert,
  }) => {
    const run = await imports.importing(LIST, { dryRun: '1' }, 'checked')
    await imports.move(run.id, 'cancellation')
    const rows = await sql<{ action: string; source: string; actor: string; label: string }>(
      `select action, source, actor, label from audit_log
       where entity = 'import_runs' and entity_id = $1 order by id`,
      [String(run.id)]
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['created', 'checked', 'cancellation']
    )
    assert.isTrue(rows.every(({ source, label }) => source === 'api' && label === 'liste.csv'))
    assert.match(rows[0].actor, /^staff:\d+$/)
  })

  test('the same file twice at once is one import; a move that is not due is refused', async ({
    assert,
  }) => {
    await sql(
      `insert into import_runs (entity, file_name, file_hash, state, actor)
      select 'products', 'x', encode(sha256($1), 'hex'), 'staging', 'command'`,
      [Buffer.from(LIST)]
    )
    const { status, body } = await imports.upload(LIST)
    assert.equal(status, 409)
    assert.equal(body.code, 'import_in_progress')

    await forgetImports()
    const done = await imports.importing(LIST)
    for (const move of ['pause', 'resume', 'cancellation', 'start']) {
      const refused = await imports.move(done.id, move)
      assert.deepEqual([refused.status, refused.body.code], [409, 'wrong_state'], move)
    }
    const unknown = await imports.move(987_654, 'pause')
    assert.equal(unknown.status, 404)
  })

  test('a mapping is remembered for the supplier, and for the same headers', async ({ assert }) => {
    const list = 'xx;yy;zz\nA1;Filtre;12,500\nA2;Disque;9,900\n'
    const refused = await imports.upload(list, { supplier: 'Stafim' })
    assert.deepEqual([refused.status, refused.body.code], [422, 'unusable_file'])
    assert.deepEqual(await sql('select state from import_runs'), [{ state: 'cancelled' }])

    const mapping = JSON.stringify({ xx: 'sku', yy: 'name', zz: 'price' })
    await imports.importing(list, { supplier: 'Stafim', mapping })
    const same = await imports.importing(list.replace('A2', 'A3'))
    assert.equal(same.counts.created, 1)
    const other = await imports.importing('xx;zz\nA1;13\n', { supplier: 'STAFIM' })
    assert.equal(other.counts.updated, 1)
  })

  test('roles that may not import see neither lists nor files', async ({ assert, client }) => {
    for (const role of ['counter', 'warehouse', 'accountant', 'readonly'] as const) {
      const other = await ImportClient.of(role)
      const list = await client.get('/api/admin/imports').bearerToken(other.token)
      list.assertStatus(403)
      const { status } = await other.upload(LIST)
      assert.equal(status, 403)
    }
  })

  test('an export is exactly the list that it is asked on in its order', async ({ assert }) => {
    const list = [
      'sku,name,brand,price,stock,status',
      'A1,Plaquettes avant,Bosch,12.500,3,active',
      'A2,Disque,Brembo,99,0,active',
      'A3,Plaquettes arrière,Brembo,45,1,active',
      'A4,Plaquettes,Brembo,,0,draft',
      'A5,Plaquettes céramique,Brembo,80,2,active',
    ]
    await imports.importing(`${list.join('\n')}\n`)
    const owner = await ownersBrowser()
    const listed = (html: string) =>
      [...html.matchAll(/<small><bdi dir="ltr">(A\d)/g)].map(([, sku]) => sku)
    const exported = (csv: string) =>
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0])
    for (const search of [
      '?q=plaquettes&brand=brembo&status=active&sort=price&order=desc',
      '?stock=in&sort=name&order=asc',
      '?view=out-of-stock',
      '?priceMin=20&priceMax=90&sort=sku&order=desc',
      '?sort=price&order=asc',
      '?sort=price&order=desc',
      '',
    ]) {
      const page = await owner.htmlOf(`/admin/products${search}`)
      const [, link] = /href="(\/admin\/products\/export\.csv[^"]*)"/.exec(page)!
      const { html: csv } = await owner.get(link.replaceAll('&amp;', '&'))
      assert.isNotEmpty(listed(page), search)
      assert.deepEqual(exported(csv), listed(page), search)
    }
    const sales = await ImportClient.of('sales')
    const below = await sales.text('/exports?view=below-cost')
    assert.equal(below.status, 403, 'which products sell below cost tells the cost')
  })

  test('an export is imported again without a change; costs are for those who may know', async ({
    assert,
  }) => {
    await imports.importing(
      'sku,name,brand,price,cost,stock,oe_numbers\nA1,=Filtre,Bosch,12.500,7,3,Renault:77|PSA:42\nB1,Disque,Brembo,99,50,1,\n'
    )
    const { body, headers } = await imports.text('/exports')
    assert.match(headers.get('content-disposition')!, /attachment; filename="catalogue.csv"/)
    assert.include(body, "'=Filtre")
    const again = await imports.importing(body)
    assert.deepEqual(again.counts, { created: 0, updated: 0, unchanged: 2, rejected: 0 })

    const brembo = await imports.text('/exports?brand=brembo')
    assert.lengthOf(brembo.body.trim().split('\n'), 2)
    const sales = await ImportClient.of('sales')
    const withoutCosts = await sales.text('/exports')
    assert.notInclude(withoutCosts.body.split('\n')[0], 'cost')
    const readonly = await ImportClient.of('readonly')
    const nobody = await readonly.text('/exports')
    assert.equal(nobody.status, 403)
  })
})
