import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { proposeBulkEdit } from '#app/catalogue/bulk/start_bulk_edit'
import { createAttribute } from '#app/catalogue/attributes/write_attribute'
import { sql } from '#app/platform/database/sql'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { picture } from '#tests/support/pictures'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

/** The part of a page that shows products. */
const skusOn = (html: string) =>
  [...html.matchAll(/<small><bdi dir="ltr">([^<]+)/g)].map(([, sku]) => sku)

/** The form of a product as the page shows it, field by field. */
function fieldsOn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<x-dirty>'), html.indexOf('</x-dirty>'))
  const inputs = [...form.matchAll(/<input[^>]*?name="(\w+)"[^>]*?value="([^"]*)"/g)]
  const selects = [...form.matchAll(/<select[^>]*?name="(\w+)"[\s\S]*?<\/select>/g)].map(
    ([select, name]) => {
      const [, value = ''] = /<option value="([^"]*)"[^>]*selected/.exec(select) ?? []
      return [select, name, value] as const
    }
  )
  return Object.fromEntries(
    [...inputs, ...selects]
      .map(([, name, value]) => [name, value])
      .filter(([name]) => name !== 'orderable')
  )
}

function send(visitor: WebVisitor, path: string, file: Buffer, name: string) {
  return visitor.post(`${path}/images`, {}, path, {}, new File([new Uint8Array(file)], name))
}

test.group('The pages of products', (group) => {
  let counter: WebVisitor

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    counter = await loggedIn(await createStaff('counter'))
  })

  test('categories are called as the reader calls them, wherever one is chosen', async ({
    assert,
  }) => {
    const category = await createCategory('freinage/plaquettes', 'بلاكات')
    const { id } = await createProduct({ category })
    await seeChanges()

    for (const path of [`/admin/products/${id}`, '/admin/products/new']) {
      assert.include(await counter.htmlOf(`${path}?locale=ar`), '› بلاكات</option>')
      assert.notInclude(await counter.htmlOf(`${path}?locale=fr`), 'بلاكات')
    }
  })

  test('a product is seen as customers see it: what the shop tells, and nothing that is ours', async ({
    client,
    assert,
  }) => {
    const attribute = { kind: 'choice' as const, isFacet: false, nameAr: 'الموضع', nameEn: 'Place' }
    const choices = [{ value: 'avant', ar: 'أمامي', en: 'front' }]
    await createAttribute({ ...attribute, code: 'place', name: 'Position', choices }, TESTING)
    const { id, slug } = await createProduct({ nameFr: 'Disque ventilé', stock: 1, price: 90_000 })
    await createNumber(id, 'oe', '7701206379', 'Renault')
    await createNumber(id, 'supplier', 'STF-44', 'Stafim')
    const page = `/admin/products/${id}`
    const buyer = await loggedIn(await createStaff('buyer'))
    const fields = fieldsOn(await buyer.htmlOf(page))
    const sold = {
      compareAtPrice: '110',
      cost: '55,555',
      minQuantity: '4',
      description: 'Pour citadine',
    }
    await buyer.post(
      page,
      { ...fields, ...sold, otherAttribute: 'place', otherValue: 'avant' },
      page
    )
    await seeChanges()

    const response = await client.get(`/api/v1/products/${slug}`)
    const told = response.body().data
    assert.deepEqual(
      told.attributes.map(({ label }: { label: string }) => label),
      ['avant']
    )
    const html = await counter.htmlOf(`${page}/as-customer?locale=fr`)
    const text = html
      .slice(html.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    const availability = { low_stock: 'Bientôt épuisé' }[told.availability as 'low_stock']
    for (const shown of [told.name, told.brand.name, '90,000', '110,000', availability, 'avant'])
      assert.include(text, shown)
    assert.include(text, 'Position')
    assert.include(text, '7701206379')
    assert.include(text, 'Visible en boutique')
    for (const ours of ['55,555', 'Stafim']) assert.notInclude(text, ours)
    assert.include(await counter.htmlOf(`${page}/as-customer?locale=ar`), 'أمامي')

    await buyer.post(`${page}/archival`, {}, page)
    const hidden = await counter.htmlOf(`${page}/as-customer?locale=fr`)
    assert.include(hidden, 'Pas encore visible')
    assert.notInclude(hidden, 'Bientôt épuisé')
  })

  test('price and margin are drawn over time, the margin for those who may know costs', async ({
    assert,
  }) => {
    const { id } = await createProduct({ price: 11_900, status: 'active' })
    await sql('update products set cost = 8000, tax_rate = 19 where id = $1', [id])
    await sql('update products set price = 8330 where id = $1', [id])
    const changes = await sql<{ id: number }>(
      'select id::int from price_changes where product_id = $1 order by id',
      [id]
    )
    const days = ['60', '30', '8']
    for (const [at, change] of changes.entries())
      await sql(`update price_changes set changed_at = now() - $2::interval where id = $1`, [
        change.id,
        `${days[at]} days`,
      ])
    const buyer = await loggedIn(await createStaff('buyer'))
    const known = await buyer.htmlOf(`/admin/products/${id}`)
    assert.include(known, 'Prix sur 12 mois')
    assert.include(known, 'aria-label="De 20,0\u00a0% à −14,3\u00a0% en douze mois"')
    const blind = await counter.htmlOf(`/admin/products/${id}`)
    assert.include(blind, 'De 11,900 à 8,330 DT en douze mois')
    assert.notInclude(blind, 'Marge sur')
  })

  test('the list finds by name, by any number and by status, whatever the status', async ({
    assert,
  }) => {
    const bosch = await createBrand('Bosch')
    await createProduct({ sku: 'PADS', nameFr: 'Plaquettes de frein avant', brand: bosch })
    const draft = await createProduct({
      sku: 'DRAFT',
      nameFr: 'Étrier de frein',
      status: 'draft',
      price: null,
    })
    await createProduct({ sku: 'OIL', nameFr: 'Filtre à huile' })
    await createNumber(draft.id, 'oe', '77 01 206 379')
    await seeChanges()

    const found = async (query: string) => {
      const { html } = await counter.get(`/admin/products?${query}`)
      return skusOn(html).sort()
    }

    assert.deepEqual(await found(''), ['DRAFT', 'OIL', 'PADS'])
    assert.deepEqual(await found('q=freins'), ['DRAFT', 'PADS'])
    assert.deepEqual(await found('q=7701206379'), ['DRAFT'])
    assert.deepEqual(await found('q=7701-2063'), ['DRAFT'])
    assert.deepEqual(await found('q=etrier'), ['DRAFT'])
    assert.deepEqual(await found('view=draft'), ['DRAFT'])
    assert.deepEqual(await found('view=active&brand=bosch'), ['PADS'])
    assert.deepEqual(
      await found('q=&brand=&category=&priceMin='),
      ['DRAFT', 'OIL', 'PADS'],
      'empty fields ask for nothing'
    )
    assert.deepEqual(
      await found('view=nonsense&priceMin=abc'),
      ['DRAFT', 'OIL', 'PADS'],
      'nonsense is left out'
    )
    assert.deepEqual(await found('q=nothing-at-all'), [])
  })

  test('the pages of a list follow each other in every order', async ({ assert }) => {
    for (let n = 0; n < 60; n++)
      await createProduct({ sku: `P-${100 + n}`, price: 10_000 + (n % 7) * 1000 })
    for (const sort of ['updated', 'name', 'price', 'sku']) {
      const first = await counter.get(`/admin/products?sort=${sort}`)
      const [, next] = /href="([^"]*)" rel="next"/.exec(first.html)!
      const second = await counter.get(next.replaceAll('&amp;', '&'))
      const skus = [...skusOn(first.html), ...skusOn(second.html)]
      assert.lengthOf(new Set(skus), 60, sort)
      assert.lengthOf(skus, 60, sort)
    }
  })

  test('a list asks as many questions for 10 products as for 50', async ({ assert }) => {
    const visit = () => counter.get('/admin/products')
    for (let n = 0; n < 10; n++) await createProduct()
    const few = await statementsOfVisit(visit)
    for (let n = 0; n < 40; n++) await createProduct()
    assert.equal(await statementsOfVisit(visit), few)
  })

  test('a product is created and is in the shop', async ({ client, assert }) => {
    await createBrand('TRW')
    await createCategory('freinage')
    const fields = {
      sku: 'TRW-1',
      name: 'Plaquettes',
      brand: 'trw',
      category: 'freinage',
      status: 'active',
    }
    const created = await counter.post(
      '/admin/products',
      { ...fields, quality: 'oem', taxRate: '19', price: '89,900', gtin: '', mpn: 'GDB 1330' },
      '/admin/products/new'
    )
    assert.equal(created.status, 303)
    await seeChanges()

    const shown = await client.get('/api/v1/products/plaquettes-trw-1')
    shown.assertStatus(200)
    assert.deepEqual(shown.body().data.price, { amount: 89_900, currency: 'TND' })
    const [logged] = await sql<{ source: string; ip: string; changes: object }>(
      `select source, ip, changes from audit_log where entity = 'products' and label = 'TRW-1'
       order by id desc limit 1`
    )
    assert.equal(logged.source, 'ui')
    assert.equal(logged.ip, '127.0.0.1')
    assert.containsSubset(logged.changes, { price: [null, 89_900], sku: [null, 'TRW-1'] })
  })

  test('what is wrong is told in the form, and what was typed stays', async ({ assert }) => {
    await createBrand('TRW')
    const fields = {
      sku: 'X',
      name: 'Nom tapé',
      brand: 'trw',
      status: 'active',
      quality: 'oem',
      taxRate: '19',
    }
    const refused = await counter.post(
      '/admin/products',
      { ...fields, price: 'cher' },
      '/admin/products/new'
    )
    assert.equal(refused.status, 302)
    const { html } = await counter.get('/admin/products/new')
    assert.include(html, 'Saisissez un prix en dinars')
    assert.include(html, 'value="Nom tapé"')

    await counter.post('/admin/products', { ...fields, price: '' }, '/admin/products/new')
    const second = await counter.get('/admin/products/new')
    assert.include(second.html, 'Ce champ est obligatoire', 'an active product needs a price')
  })

  test('saving without a change changes nothing but the version', async ({ assert }) => {
    const product = await createProduct({ sku: 'SAME', attributes: {} })
    const owner = await loggedIn(await createStaff('owner'))
    const path = `/admin/products/${product.id}`
    const page = await owner.get(path)
    const saved = await owner.post(path, { ...fieldsOn(page.html), orderable: '' })
    assert.equal(saved.status, 303)
    const logged = await sql(
      `select changes from audit_log where entity = 'products' and entity_id = $1 and label = 'SAME' and action = 'updated'`,
      [String(product.id)]
    )
    assert.deepEqual(logged, [])
  })

  test('in which quantities a part is sold is typed here, told by the API, and never more than a cart holds', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ sku: 'PLUG' })
    const owner = await loggedIn(await createStaff('owner'))
    const path = `/admin/products/${product.id}`
    const typed = { ...fieldsOn(await owner.htmlOf(path)), orderable: '' }
    assert.containSubset(typed, { minQuantity: '1', packSize: '1' })
    const saved = await owner.post(path, { ...typed, minQuantity: '4', packSize: '2' })
    assert.equal(saved.status, 303)
    const shown = await client.get(`/api/v1/products/${product.slug}`)
    assert.containSubset(shown.body().data, { minQuantity: 4, packSize: 2 })

    const now = { ...fieldsOn(await owner.htmlOf(path)), orderable: '' }
    await owner.post(path, { ...now, packSize: '501' }, path)
    assert.include(await owner.htmlOf(path), 'value="501"')
    await product.refresh()
    assert.deepEqual([product.minQuantity, product.packSize], [4, 2])
  })

  test('two who edit at once are told about each other, and nothing is lost', async ({
    assert,
  }) => {
    const product = await createProduct({ sku: 'BOTH', price: 10_000 })
    const path = `/admin/products/${product.id}`
    const mine = fieldsOn(await counter.htmlOf(path))
    const other = await loggedIn(await createStaff('owner'))
    await other.post(path, { ...fieldsOn(await other.htmlOf(path)), price: '12,000' })

    const refused = await counter.post(path, { ...mine, price: '11,000' })

    assert.equal(refused.status, 409)
    assert.include(refused.html, '12,000')
    assert.include(refused.html, 'value="11,000"')
    const again = await counter.post(path, { ...fieldsOn(refused.html) })
    assert.equal(again.status, 303)
    const [{ price }] = await sql<{ price: number }>('select price from products where id = $1', [
      product.id,
    ])
    assert.equal(price, 11_000)
  })

  test('cost and margin are only for those who may know them', async ({ assert }) => {
    const product = await createProduct({ price: 119_000 })
    await sql('update products set cost = 60000 where id = $1', [product.id])
    const path = `/admin/products/${product.id}`
    const owner = await loggedIn(await createStaff('owner'))

    assert.include(await owner.htmlOf(path), 'name="cost"')
    assert.include(await owner.htmlOf('/admin/products'), '40,0')
    const { html } = await counter.get(path)
    assert.notInclude(html, 'name="cost"')
    assert.notInclude(html, 'Marge')
    assert.notInclude(await counter.htmlOf(`${path}/price-history`), '60,000')
    const forged = await counter.post(path, { ...fieldsOn(html), cost: '1,000' })
    assert.equal(forged.status, 403)
  })

  test('numbers are pasted as a block and found at once', async ({ client, assert }) => {
    const product = await createProduct({ sku: 'NUM' })
    const path = `/admin/products/${product.id}`
    const block = '77 01 206 379\nPSA: 4252.45 ; 98 11 22\n---\n7701206379'
    const added = await counter.post(
      `${path}/numbers`,
      { kind: 'oe', owner: 'Renault', numbers: block },
      path
    )
    assert.equal(added.status, 303)
    await seeChanges()

    const resolved = await client.post('/api/v1/references/resolve').json({ numbers: ['4252-45'] })
    assert.equal(resolved.body().data[0].matches[0].product.sku, 'NUM')
    const rows = await sql<{ owner: string; number: string }>(
      `select owner, number from part_numbers where product_id = $1 and kind = 'oe' order by id`,
      [product.id]
    )
    assert.deepEqual(rows, [
      { owner: 'Renault', number: '7701206379' },
      { owner: 'PSA', number: '4252.45' },
      { owner: 'Renault', number: '98 11 22' },
    ])

    const [{ id }] = await sql<{ id: number }>(
      `select id from part_numbers where number = '4252.45'`
    )
    await counter.post(`${path}/numbers/${id}/deletion`, {}, path)
    await seeChanges()
    const gone = await client.post('/api/v1/references/resolve').json({ numbers: ['4252-45'] })
    assert.isEmpty(gone.body().data[0].matches)
    await createNumber(product.id, 'own', 'NUM')
    const [own] = await sql<{ id: number }>(
      `select id from part_numbers where product_id = $1 and kind = 'own'`,
      [product.id]
    )
    const kept = await counter.post(`${path}/numbers/${own.id}/deletion`, {}, path)
    assert.equal(kept.status, 404, 'the SKU is no number to remove')
  })

  test('a picture is drawn anew; what is none is refused', async ({ assert }) => {
    const product = await createProduct()
    const path = `/admin/products/${product.id}`
    const sent = await send(counter, path, await picture(), '../../evil.php')
    assert.equal(sent.status, 303)
    const [image] = await sql<{ path: string }>(
      'select path from product_images where product_id = $1',
      [product.id]
    )
    assert.match(image.path, new RegExp(`^products/${product.id}/[0-9a-f]{24}\\.webp$`))
    const stored = readFileSync(`tmp/test/storage/public/${image.path}`)
    const { format } = await sharp(stored).metadata()
    assert.equal(format, 'webp')

    const script = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )
    for (const [file, name] of [
      [script, 'x.svg'],
      [script, 'x.png'],
      [Buffer.from('<?php echo 1;'), 'x.jpg'],
      [
        Buffer.concat([await picture().then((bytes) => bytes.subarray(0, 60)), Buffer.alloc(50)]),
        'cut.png',
      ],
      [Buffer.alloc(0), 'empty.png'],
    ] as const) {
      const refused = await send(counter, path, file, name)
      assert.equal(refused.status, 303, name)
      assert.equal(refused.to, '/', 'back to where it came from, which this visitor does not say')
    }
    const [{ images }] = await sql<{ images: number }>(
      'select count(*)::int as images from product_images'
    )
    assert.equal(images, 1)
  })

  test('a price is changed by hand with a reason, never without', async ({ assert }) => {
    const product = await createProduct({ price: 10_000 })
    const path = `/admin/products/${product.id}/price-history`
    await counter.post(path, { newPrice: '12,500', reason: '' })
    await counter.post(path, { newPrice: '12,500', reason: 'nouveau tarif' })
    const rows = await sql(
      'select new_price as price, reason from price_changes where product_id = $1 order by id',
      [product.id]
    )
    assert.deepEqual(rows, [
      { price: 10_000, reason: null },
      { price: 12_500, reason: 'nouveau tarif' },
    ])
    assert.include(await counter.htmlOf(path), 'nouveau tarif')
  })

  test('an archived product leaves the shop and comes back as a draft', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ nameFr: 'Archive', sku: 'ARC' })
    const path = `/admin/products/${product.id}`
    await counter.post(`${path}/archival`, {}, path)
    await seeChanges()
    const gone = await client.get('/api/v1/products/archive-arc')
    gone.assertStatus(404)
    assert.include(
      await counter.htmlOf('/admin/products'),
      `${path}/restoration`,
      'undo is offered'
    )
    await counter.post(`${path}/restoration`, {}, '/admin/products')
    const [{ status }] = await sql<{ status: string }>(
      'select status from products where id = $1',
      [product.id]
    )
    assert.equal(status, 'draft')
  })

  test('a list is kept under a name: for oneself or for all', async ({ assert }) => {
    await createProduct({ sku: 'LOW', stock: 1 })
    const view = {
      page: 'products',
      name: 'À commander',
      query: 'view=low-stock&cursor=abc',
      shared: '1',
    }
    const saved = await counter.post('/admin/views', view, '/admin/products')
    assert.match(saved.to!, /^\/admin\/products\?view=low-stock&saved=\d+$/)
    const own = await counter.post(
      '/admin/views',
      { ...view, name: 'À moi', shared: '' },
      '/admin/products'
    )
    const other = await loggedIn(await createStaff('warehouse'))

    const { html } = await other.get('/admin/products')
    assert.include(html, 'À commander')
    assert.notInclude(html, 'À moi')
    const id = /saved=(\d+)/.exec(own.to!)![1]
    const foreign = await other.post(`/admin/views/${id}/deletion`, {}, '/admin/products')
    assert.equal(foreign.status, 404)
    const deleted = await counter.post(`/admin/views/${id}/deletion`, {}, '/admin/products')
    assert.equal(deleted.status, 303)
  })

  test('what sells below its cost is shown to those who may know costs', async ({
    client,
    assert,
  }) => {
    const { id } = await createProduct({ sku: 'LOSS', price: 10_000 })
    await sql('update products set cost = 20000 where id = $1', [id])
    await seeChanges()
    const below = '/admin/products?view=below-cost'
    const list = await counter.htmlOf('/admin/products')
    assert.notInclude(list, 'below-cost')
    assert.equal(await counter.statusOf(below), 403)
    const buyer = await loggedIn(await createStaff('buyer'))
    assert.include(await buyer.htmlOf('/admin/products'), 'below-cost')
    assert.deepEqual(skusOn(await buyer.htmlOf(below)), ['LOSS'])

    const { token } = await bearer('counter')
    const asked = await client
      .get('/api/admin/products')
      .qs({ view: 'below-cost' })
      .bearerToken(token)
    asked.assertStatus(403)
    const whole = { kind: 'status', filter: 'view=below-cost' }
    const chosen = await client.post('/api/admin/bulk-edits').bearerToken(token).json(whole)
    chosen.assertStatus(403)
    const byForm = await counter.post(
      '/admin/bulk-edits',
      { ...whole, all: '1' },
      '/admin/products'
    )
    assert.equal(byForm.status, 403)
    const edit = await proposeBulkEdit({ kind: 'status', filter: 'view=below-cost' }, TESTING)
    assert.equal(await counter.statusOf(`/admin/bulk-edits/${edit.id}?value=draft`), 403)
    const preview = await client
      .get(`/api/admin/bulk-edits/${edit.id}/preview`)
      .qs({ value: 'draft' })
      .bearerToken(token)
    preview.assertStatus(403)
  })

  test('the status is changed in the list, by those who may, of a product as it was seen', async ({
    assert,
  }) => {
    const { id } = await createProduct({ sku: 'HERE', status: 'draft', price: 10_000 })
    const unpriced = await createProduct({ sku: 'FREE', status: 'draft', price: null })
    const list = '/admin/products?view=draft'
    const path = `/admin/products/${id}/status`
    const html = await counter.htmlOf(list)
    assert.include(html, `action="${path}"`)
    const option = html.slice(html.indexOf(`form="status-${unpriced.id}"`))
    assert.match(option.slice(0, option.indexOf('</option>')), /value="active"[^>]*disabled/)
    const choose = (version: string, status: string) =>
      counter.post(path, { status, version, query: 'view=draft' }, '/admin/products')
    const statusOf = async () => {
      const [row] = await sql<{ status: string }>('select status from products where id = $1', [id])
      return row.status
    }
    const changed = await choose('1', 'active')
    assert.equal(changed.status, 303)
    assert.equal(changed.to, list)
    assert.include(await counter.htmlOf(list), 'HERE est en vente.')
    assert.equal(await statusOf(), 'active')
    await choose('1', 'archived')
    assert.include(await counter.htmlOf(list), 'vient de modifier cette fiche')
    assert.equal(await statusOf(), 'active', 'what was seen is no longer so')
    const [logged] = await sql<{ source: string; changes: Record<string, unknown> }>(
      `select source, changes from audit_log where entity = 'products' and entity_id = $1 and action = 'updated'
       order by id desc limit 1`,
      [String(id)]
    )
    assert.equal(logged.source, 'ui')
    assert.deepEqual(logged.changes.status, ['draft', 'active'])

    const reader = await loggedIn(await createStaff('readonly'))
    assert.notInclude(await reader.htmlOf('/admin/products'), `action="${path}"`)
    const refused = await reader.post(path, { status: 'draft', version: '2' }, '/admin/account')
    assert.equal(refused.status, 403)
  })

  test('columns and density are remembered for each of the staff', async ({ assert }) => {
    await createProduct()
    const chosen = { 'page': 'products', 'columns[]': ['price', 'quality'], 'compact': '1' }
    await counter.post('/admin/list-preferences', chosen, '/admin/products')
    const { html } = await counter.get('/admin/products')
    assert.include(html, 'data-density="compact"')
    assert.notMatch(html, /<th[^>]*>\s*Statut/)
    assert.match(html, /<th[^>]*>\s*Qualité/)
  })

  test('choosing columns inside a saved view leaves it, with its filters, and shows them', async ({
    assert,
  }) => {
    await createProduct({ status: 'draft' })
    const choose = (columns: string[], query = '') =>
      counter.post(
        '/admin/list-preferences',
        { 'page': 'products', 'columns[]': columns, query },
        '/admin/products'
      )
    await choose(['price'])
    const view = { page: 'products', name: 'Prix', query: 'status=draft' }
    const saved = await counter.post('/admin/views', view, '/admin/products')
    const [, query] = saved.to!.split('?')
    assert.notMatch(await counter.htmlOf(saved.to!), /<th[^>]*>\s*Qualité/)
    const { to } = await choose(['quality'], query)
    assert.equal(to, '/admin/products?status=draft')
    assert.match(await counter.htmlOf(to!), /<th[^>]*>\s*Qualité/)
    assert.notMatch(await counter.htmlOf(saved.to!), /<th[^>]*>\s*Qualité/, 'the view stays')
  })

  test('filters with several values are told in words', async ({ assert }) => {
    const html = await counter.htmlOf('/admin/products?status=active,draft&quality=oe,aftermarket')
    const pills = [...html.matchAll(/class="pill">.*?<bdi>([^<]+)/gs)].map(([, pill]) => pill)
    assert.lengthOf(pills, 2)
    assert.equal(pills[0], 'Actif, Brouillon')
    assert.notInclude(pills[1], 'aftermarket')
    assert.notInclude(html, 'products.status_')
  })
})
