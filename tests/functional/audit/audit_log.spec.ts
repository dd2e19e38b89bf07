import db from '@adonisjs/lucid/services/db'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import pg from 'pg'
import { auditedTablesQuery } from '#app/platform/audit/audited_tables_query'
import { auditedField } from '#app/platform/audit/reading'
import { recordHistoryQuery } from '#app/platform/audit/record_history_query'
import { actAs } from '#app/platform/database/act_as'
import { databaseAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'
import { ACTIONS, SOURCES } from '#app/platform/audit/audit_log_validator'
import { assertDescribed } from '#tests/support/api_contract'
import { auditedColumns } from '#tests/support/audited_columns'
import { createBrand, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createRole } from '#app/staff/roles/write_role'
import { shellEntries } from '#app/platform/shell/shell'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { staffRoutes } from '#tests/support/staff_routes'
import { statementsDuring, statementsOfVisit } from '#tests/support/statements'
import { createVehicle } from '#tests/support/vehicles'
import { loggedIn } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

type Row = Record<string, unknown> & { changes: Record<string, unknown[]> | null }

/** What was written to the log since `mark`. */
const rowsSince = (mark: number) =>
  sql<Row>(
    `select actor, source, action, entity, entity_id, label, changes, reason, request_id, ip
     from audit_log where id > $1 order by id`,
    [mark]
  )

async function newest(): Promise<number> {
  const [{ id }] = await sql<{ id: number }>('select coalesce(max(id), 0) as id from audit_log')
  return id
}

test.group('What is written to the audit log', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('every write through the API leaves one row: who, from where, for which request', async ({
    assert,
  }) => {
    const { member, token } = await bearer()
    const brand = await createBrand()
    const [product, other] = [await createProduct(), await createProduct()]
    const vehicleTypeId = await createVehicle()
    const writes: [method: string, path: string, body: object | undefined, entity: string][] = [
      ['POST', '/products', { sku: 'NEW-1', name: 'Neuf', brand: brand.slug }, 'products'],
      ['PATCH', `/products/${product.id}`, { name: 'Autre' }, 'products'],
      [
        'PUT',
        `/products/${product.id}`,
        { sku: product.sku, name: 'Entier', brand: brand.slug, price: 9_000 },
        'products',
      ],
      [
        'POST',
        `/products/${product.id}/price-history`,
        { price: 12_000, reason: 'tarif' },
        'products',
      ],
      [
        'PUT',
        `/products/${product.id}/equivalents/${other.id}`,
        { verdict: 'confirmed' },
        'equivalence_verdicts',
      ],
      ['POST', '/vehicles/vin/VF1BB1D0H12345678', { vehicleTypeId }, 'vin_prefixes'],
      ['POST', '/unmet-demand', { words: 'alternateur' }, 'unmet_demand'],
      ['DELETE', `/products/${other.id}`, undefined, 'products'],
    ]
    for (const [method, path, body, entity] of writes) {
      const mark = await newest()
      const response = await fetch(`${BASE}/api/admin${path}`, {
        method,
        headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      })
      const what = `${method} ${path}: ${await response.text()}`
      assert.isTrue(response.ok, what)
      const rows = await rowsSince(mark)
      assert.lengthOf(rows, 1, what)
      const [row] = rows
      assert.containSubset(row, { actor: member.actor, source: 'api', entity }, what)
      assert.equal(row.request_id, response.headers.get('x-request-id'), what)
      assert.match(String(row.ip), /^(::ffff:)?127\.0\.0\.1$|^::1$/, what)
    }
  })

  test('what is made of several records leaves a row for each', async ({ assert }) => {
    const { member, token } = await bearer()
    const mark = await newest()
    const response = await fetch(`${BASE}/api/admin/synonyms/brake_pads`, {
      method: 'PUT',
      headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'part', synonyms: [{ term: 'plakat', language: 'arabizi' }] }),
    })
    assert.isTrue(response.ok)
    const rows = await rowsSince(mark)
    assert.sameMembers(
      rows.map(({ entity }) => entity),
      ['concepts', 'synonyms']
    )
    for (const row of rows) assert.equal(row.actor, member.actor)
  })

  test('a change tells each field as it was and as it is, and why', async ({ assert }) => {
    const { token } = await bearer()
    const product = await createProduct({ price: 10_000 })
    const mark = await newest()
    await fetch(`${BASE}/api/admin/products/${product.id}/price-history`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ price: 12_000, reason: 'nouveau tarif' }),
    })
    const [row] = await rowsSince(mark)
    assert.equal(row.action, 'updated')
    assert.equal(row.reason, 'nouveau tarif')
    assert.deepEqual(row.changes, { price: [10_000, 12_000] })
  })

  test('what is rolled back was never written', async ({ assert }) => {
    const product = await createProduct()
    const mark = await newest()
    const trx = await db.transaction()
    await actAs(trx, { actor: 'test', source: 'command' })
    await sql('update products set name_fr = $1 where id = $2', ['Perdu', product.id], trx)
    await trx.rollback()
    assert.deepEqual(await rowsSince(mark), [])
  })

  test('what somebody writes past the shop is signed by the database', async ({ assert }) => {
    const product = await createProduct()
    const mark = await newest()
    const client = new pg.Client(databaseAddress)
    await client.connect()
    const { rows } = await client.query<{ me: string }>('select current_user as me')
    await client.query('update products set name_fr = $1 where id = $2', ['Psql', product.id])
    await client.end()
    const [row] = await rowsSince(mark)
    assert.containSubset(row, { actor: `database:${rows[0].me}`, source: 'database' })
    assert.isNull(row.request_id)
  })

  test('nothing in the log can be changed or taken out', async ({ assert }) => {
    await createProduct()
    const before = await newest()
    for (const attack of [
      `update audit_log set actor = 'nobody'`,
      'delete from audit_log',
      'truncate audit_log',
      'truncate audit_log cascade',
    ]) {
      await assert.rejects(() => sql(attack), /append-only/)
    }
    assert.equal(await newest(), before)
  })

  test('secrets are covered', async ({ assert }) => {
    const member = await createStaff('counter')
    const mark = await newest()
    await db.transaction(async (trx) => {
      await actAs(trx, { actor: 'test', source: 'ui' })
      await sql('update staff_members set password = $1 where id = $2', ['hash', member.id], trx)
    })
    const [row] = await rowsSince(mark)
    assert.deepEqual(row.changes, { password: ['•••', '•••'] })
  })
})

test.group('How the audit log is read', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('as JSON: narrowed down by everything, paged without gaps, as described', async ({
    client,
    assert,
  }) => {
    const { member, token } = await bearer()
    const product = await createProduct({ price: 10_000 })
    for (const price of [11_000, 12_000, 13_000]) {
      await client
        .post(`/api/admin/products/${product.id}/price-history`)
        .json({ price, reason: 'tarif' })
        .bearerToken(token)
    }
    const ask = async (query: Record<string, string | number>) => {
      const response = await client.get('/api/admin/audit-log').qs(query).bearerToken(token)
      response.assertStatus(200)
      assertDescribed('/api/admin/audit-log', 'get', response)
      return response.body() as {
        data: { changes: { field: string }[]; actor: string; label: string; at: string }[]
        meta: { nextCursor: string | null }
      }
    }
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Africa/Tunis' })
    const mine = { actor: member.actor }
    for (const [filters, count] of [
      [mine, 3],
      [{ ...mine, entity: 'products' }, 3],
      [{ ...mine, action: 'updated' }, 3],
      [{ ...mine, action: 'restored' }, 0],
      [{ ...mine, source: 'api' }, 3],
      [{ ...mine, source: 'job' }, 0],
      [{ ...mine, record: product.sku.toLowerCase() }, 3],
      [{ ...mine, record: String(product.id) }, 3],
      [{ ...mine, from: today, to: today }, 3],
      [{ ...mine, from: '2001-01-01', to: '2001-01-02' }, 0],
    ] as const) {
      const { data } = await ask({ ...filters, limit: 50 })
      assert.lengthOf(data, count, JSON.stringify(filters))
    }
    const first = await ask({ ...mine, limit: 2 })
    const second = await ask({ ...mine, limit: 2, cursor: first.meta.nextCursor! })
    assert.lengthOf([...first.data, ...second.data], 3)
    assert.isNull(second.meta.nextCursor)

    for (const wrong of [{ from: '2026-02-30' }, { source: 'x' }, { cursor: 'AAAA' }]) {
      const refused = await client.get('/api/admin/audit-log').qs(wrong).bearerToken(token)
      refused.assertStatus(422)
    }
  })

  test('recent activity is the newest of the log, as staff programs are promised it', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    await createProduct()
    const response = await client.get('/api/admin/dashboard/recent-activity').bearerToken(token)
    response.assertStatus(200)
    assertDescribed('/api/admin/dashboard/recent-activity', 'get', response)
    assert.sameMembers(Object.keys(response.body().data[0]), [
      ...['at', 'actor', 'action', 'entity', 'changes', 'source', 'requestId'],
    ])
  })

  test('costs are for those who may see costs, in JSON and on the page', async ({
    client,
    assert,
  }) => {
    const { token: owner } = await bearer('owner')
    const product = await createProduct()
    await client
      .patch(`/api/admin/products/${product.id}`)
      .json({ cost: 4_321, price: 9_876 })
      .bearerToken(owner)
    const fields = async (token: string) => {
      const response = await client
        .get('/api/admin/audit-log')
        .qs({ record: product.sku })
        .bearerToken(token)
      const [{ changes }] = response.body().data as { changes: { field: string }[] }[]
      return changes.map(({ field }) => field)
    }
    assert.sameMembers(await fields(owner), ['cost', 'price'])
    const { visibleTo } = await import('#app/platform/audit/reading')
    const [entry] = await recordHistoryQuery('products', product.id)
    const seen = visibleTo(entry, (ability) => ability !== 'costs:read')
    assert.deepEqual(
      seen.changes.map(({ field }) => field),
      ['price']
    )
  })

  test('only those with the right read it', async ({ client }) => {
    for (const path of ['/api/admin/audit-log', '/api/admin/dashboard/recent-activity']) {
      const anonymous = await client.get(path)
      anonymous.assertStatus(401)
      const counter = await bearer('counter')
      const refused = await client.get(path).bearerToken(counter.token)
      refused.assertStatus(403)
    }
  })

  test('as a page: people, records and fields by name; money as money', async ({ assert }) => {
    const member = await createStaff('owner')
    const product = await createProduct({ price: 10_000 })
    const brand = await createBrand('Brembo')
    await db.transaction(async (trx) => {
      await actAs(trx, { actor: member.actor, source: 'ui', reason: 'tarif 2026' })
      await sql(
        'update products set price = 12500, brand_id = $2 where id = $1',
        [product.id, brand.id],
        trx
      )
    })
    const visitor = await loggedIn(member)
    const { html, status } = await visitor.get(`/admin/audit?record=${product.sku}&from=&locale=fr`)
    assert.equal(status, 200)
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    assert.include(text, member.fullName)
    assert.include(text, product.sku)
    assert.include(text, 'Prix (DT)')
    assert.include(text, '10,000 → 12,500')
    assert.include(text, '→ Brembo')
    assert.include(text, 'tarif 2026')
    assert.notInclude(text, `${member.actor} ·`)
  })

  test('the page of a record leads to its history, with addresses, for those who may read it', async ({
    assert,
  }) => {
    const { id } = await createBrand('Bosch')
    const { id: other } = await createBrand('Valeo')
    const owner = await loggedIn(await createStaff('owner'))
    const page = `/admin/brands/${id}`
    await owner.post(page, { name: 'Bosch Auto', slug: 'bosch' }, page)
    const history = `/admin/audit?entity=brands&record=${id}`
    const shown = await owner.htmlOf(page)
    assert.include(shown.replaceAll('&amp;', '&'), `href="${history}"`)
    const html = await owner.htmlOf(history)
    assert.include(html, 'Bosch Auto')
    assert.notInclude(html, 'Valeo')
    assert.match(html, /Adresse IP <bdi dir="ltr">127\.0\.0\.1</)

    const staff = await createStaff('buyer')
    for (const [path, entity, record] of [
      [`/admin/brands/${other}`, 'brands', other],
      [`/admin/staff/${staff.id}`, 'staff_members', staff.id],
      ['/admin/roles/buyer', 'roles', 'buyer'],
    ]) {
      const links = await owner.htmlOf(String(path))
      assert.include(
        links.replaceAll('&amp;', '&'),
        `/admin/audit?entity=${entity}&record=${record}`
      )
    }
    const buyer = await loggedIn(staff)
    assert.notInclude(await buyer.htmlOf(page), '/admin/audit')
  })

  test('a record in the log leads to its page, whoever may open that', async ({ assert }) => {
    const routes = staffRoutes()
      .filter(({ method, isApi }) => method === 'GET' && !isApi)
      .sort((one, other) => one.pattern.split(':').length - other.pattern.split(':').length)
    const led = shellEntries('audited').flatMap(({ entity, page }) =>
      page ? [{ entity, page }] : []
    )
    const wrong = led.filter(({ page }) => {
      const path = page.href('1', 'A-1')
      const route = routes.find(({ pattern }) =>
        new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
      )
      return route?.purpose !== page.ability
    })
    assert.deepEqual(wrong, [])
    assert.includeMembers(
      led.map(({ entity }) => entity),
      [
        ...[
          'products',
          'brands',
          'categories',
          'attributes',
          'concepts',
          'bulk_edits',
          'import_runs',
        ],
        ...['staff_members', 'roles', 'customers', 'customer_groups', 'price_lists', 'promotions'],
        ...['suppliers', 'purchase_orders', 'quotes', 'invoices', 'leads', 'remittances'],
        ...['vehicle_makes', 'vehicle_models', 'vehicle_types'],
      ]
    )
    const brand = await createBrand('Bosch')
    const member = await createStaff('owner')
    const role = await createRole({ name: `Rôle ${Date.now()}`, abilities: [] }, member, TESTING)
    await db.transaction(async (trx) => {
      await actAs(trx, TESTING)
      await sql(`update brands set website = 'https://bosch.tn' where id = $1`, [brand.id], trx)
    })
    const owner = await loggedIn(member)
    const html = await owner.htmlOf('/admin/audit')
    for (const path of [`/admin/brands/${brand.id}`, `/admin/roles/${role.key}`]) {
      assert.include(html, `href="${path}"`)
      assert.equal(await owner.statusOf(path), 200)
    }
  })

  test('the history of a record is a component', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const { html, status } = await visitor.get('/admin/_components?locale=fr')
    assert.equal(status, 200)
    assert.include(html, '/admin/audit?entity=products&amp;record=1')
    assert.include(html, 'Pas encore d’historique')
  })

  test('a page with filters that make no sense still opens', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const { status } = await visitor.get('/admin/audit?from=demain&source=x&limit=zero')
    assert.equal(status, 200)
  })

  test('a record page asks one statement for its history', async ({ assert }) => {
    const product = await createProduct()
    const statements = await statementsDuring(async () => {
      const [latest] = await recordHistoryQuery('products', product.id)
      assert.containSubset(latest, { action: 'created', label: product.sku })
    })
    assert.lengthOf(statements, 1)
  })

  test('NPL-01 of the log: as many statements for a hundred rows as for ten', async ({
    assert,
  }) => {
    const member = await createStaff('owner')
    const visitor = await loggedIn(member)
    const counts: number[] = []
    for (const rows of [10, 100]) {
      for (let n = 0; n < rows; n++) {
        const product = await createProduct()
        await sql('update products set brand_id = brand_id, price = price + 1 where id = $1', [
          product.id,
        ])
      }
      await visitor.get('/admin/audit?limit=100')
      counts.push(await statementsOfVisit(() => visitor.get(`/admin/audit?limit=${rows}`)))
    }
    assert.equal(counts[1], counts[0])
  })
})

test.group('Words of the audit log', () => {
  for (const locale of ['fr', 'ar', 'en']) {
    test(`every table, column, action and source has a word in ${locale}`, async ({ assert }) => {
      const i18n = i18nManager.locale(locale)
      const keys = [
        ...ACTIONS.map((action) => `audit.action_${action}`),
        ...SOURCES.map((source) => `audit.source_${source}`),
      ]
      for (const table of await auditedTablesQuery()) {
        keys.push(`audit.entity_${table}`)
        const columns = await auditedColumns(table)
        keys.push(...columns.map((column) => `audit.field_${column}`))
      }
      assert.deepEqual(
        keys.filter((key) => !i18n.hasMessage(key)),
        []
      )
    })

    test(`every value that a column chooses from has a word in ${locale}`, async ({ assert }) => {
      const i18n = i18nManager.locale(locale)
      const choices = await choicesQuery()
      assert.isAbove(choices.length, 50)
      const unnamed = choices.filter(({ entity, field, value }) => {
        const { text, words = 'audit.value' } = auditedField(entity, field)
        return !text && !i18n.hasMessage(`${words}_${value.replaceAll('-', '_')}`)
      })
      assert.deepEqual(unnamed, [])
    })
  }

  /** The values that constraints of audited tables list. */
  async function choicesQuery() {
    const rows = await sql<{ entity: string; rule: string }>(
      `select conrelid::regclass::text as entity, pg_get_constraintdef(oid) as rule from pg_constraint
       where contype = 'c' and conrelid::regclass::text = any ($1)`,
      [await auditedTablesQuery()]
    )
    return rows.flatMap(({ entity, rule }) => {
      const [, field, list] = /\(\(?(\w+)\)?(?:::text)? = ANY \(+ARRAY\[([^\]]+)]/.exec(rule) ?? []
      const values = [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, value]) => value)
      return values.map((value) => ({ entity, field, value }))
    })
  }
})
