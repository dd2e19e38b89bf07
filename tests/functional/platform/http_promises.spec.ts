import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { sql } from '#app/platform/database/sql'
import { describedRoutes } from '#app/platform/openapi/document'
import { operationOf } from '#app/platform/openapi/operation'
import { apiDocument } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'

test.group('What every answer promises', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('API routes start no session', async ({ client }) => {
    const product = await createProduct()
    await seeChanges()
    const paths = ['products', 'products/facets', `products/${product.slug}`, 'brands', 'nothing']
    for (const path of paths) {
      const response = await client.get(`/api/v1/${path}`)
      response.assertHeaderMissing('set-cookie')
    }
    const login = await client.post('/api/admin/auth/login').json({})
    login.assertHeaderMissing('set-cookie')
  })

  test('a parameter without a value is as good as none', async ({ client, assert }) => {
    await createProduct()
    await seeChanges()
    const all = await client.get('/api/v1/products')
    const empty = { brand: '', priceMin: '', inStock: '', sortBy: '', limit: '', cursor: '' }
    const asked = await client.get('/api/v1/products').qs(empty)
    asked.assertStatus(200)
    assert.deepEqual(asked.body(), all.body())
    const wordless = await client.get('/api/v1/search').qs({ q: '' })
    wordless.assertStatus(422)
  })

  test('every machine route is described, with a name of its own', ({ assert }) => {
    const names = describedRoutes().map((route) => route.name)
    assert.deepEqual(
      names.filter((name) => !operationOf(name)),
      []
    )
    assert.lengthOf([...new Set(names)], names.length)
    assert.equal(apiDocument().openapi, '3.1.0')
    assert.isAbove(Object.values(router.toJSON()).flat().length, names.length)
  })

  test('a request id comes in, goes out, and bad ones are replaced', async ({ client, assert }) => {
    const given = await client.get('/api/v1/brands').header('X-Request-Id', 'abc-123')
    const bad = await client.get('/api/v1/brands').header('X-Request-Id', 'a b<c>')
    const problem = await client.get('/api/v1/products/none').header('X-Request-Id', 'mine')

    given.assertHeader('x-request-id', 'abc-123')
    assert.match(bad.header('x-request-id')!, /^[0-9a-f-]{36}$/)
    assert.equal(problem.body().requestId, 'mine')
  })

  test('what has not changed is not sent again', async ({ client, assert }) => {
    await createProduct()
    await seeChanges()
    const first = await client.get('/api/v1/products')
    const etag = first.header('etag')!

    const again = await client.get('/api/v1/products').header('If-None-Match', etag)
    const strong = etag.replace('W/', '')
    const listed = await client.get('/api/v1/products').header('If-None-Match', `"x", ${strong}`)
    await createProduct()
    await seeChanges()
    const changed = await client.get('/api/v1/products').header('If-None-Match', etag)

    again.assertStatus(304)
    listed.assertStatus(304)
    assert.equal(again.text(), '')
    changed.assertStatus(200)
    assert.match(first.header('cache-control')!, /^public, max-age=\d+$/)
    assert.include(first.header('vary'), 'Accept-Encoding')
  })

  test('long answers are compressed for those who can read it', async ({ assert }) => {
    for (let n = 0; n < 12; n++) await createProduct()
    await seeChanges()
    const url = `http://${process.env.HOST}:${process.env.PORT}/api/v1/products`
    const encodings = await Promise.all(
      ['br, gzip', 'gzip', 'br;q=0, gzip', 'identity'].map(async (accepted) => {
        const response = await fetch(url, { headers: { 'accept-encoding': accepted } })
        const { data } = (await response.json()) as { data: unknown[] }
        assert.lengthOf(data, 12)
        return response.headers.get('content-encoding')
      })
    )
    assert.deepEqual(encodings, ['br', 'gzip', 'gzip', null])
  })

  test('an answer has one tag in every encoding, and so a weak one', async ({ assert }) => {
    for (let n = 0; n < 12; n++) await createProduct()
    await seeChanges()
    const url = `http://${process.env.HOST}:${process.env.PORT}/api/v1/products`
    const tags: (string | null)[] = []
    for (const accepted of ['br', 'gzip', 'identity']) {
      const response = await fetch(url, { headers: { 'accept-encoding': accepted } })
      tags.push(response.headers.get('etag'))
      await response.arrayBuffer()
    }
    const [tag, ...others] = tags
    assert.match(tag!, /^W\/"[\w-]+"$/)
    assert.deepEqual(others, [tag, tag])
    for (const accepted of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': accepted, 'if-none-match': tag! }
      const response = await fetch(url, { headers })
      assert.equal(response.status, 304)
    }
  })

  test('other origins may read the API, without credentials', async ({ client }) => {
    const preflight = await client
      .options('/api/v1/products')
      .header('Origin', 'https://boutique.example')
      .header('Access-Control-Request-Method', 'GET')

    preflight.assertStatus(204)
    preflight.assertHeader('access-control-allow-origin', '*')
    preflight.assertHeaderMissing('access-control-allow-credentials')
  })

  test('an address that takes other methods names them', async ({ client, assert }) => {
    const posted = await client.post('/api/v1/products').json({})
    const deleted = await client.delete('/api/v1/categories/freinage/disques')
    const asked = await client.options('/api/admin/products/1')
    const nowhere = await client.post('/api/v1/nowhere')

    posted.assertStatus(405)
    posted.assertHeader('allow', 'GET, HEAD')
    assert.equal(posted.body().code, 'method_not_allowed')
    deleted.assertStatus(405)
    asked.assertHeader('allow', 'GET, HEAD, PUT, PATCH, DELETE')
    nowhere.assertStatus(404)
    nowhere.assertHeaderMissing('allow')
  })

  test('a body that nobody reads is refused, whatever is in it', async ({ client, assert }) => {
    const response = await client
      .post('/api/admin/auth/login')
      .header('Content-Type', 'text/xml')
      .setup((request) => void request.request.send('<login/>'))

    response.assertStatus(415)
    assert.equal(response.body().code, 'unsupported_media_type')
  })

  test('a file that is not there is missing, not broken', async ({ client }) => {
    for (const name of ['none.png', 'a/b/none.png', '..%2f..%2fetc%2fpasswd', '%F1%AD%BF%98', '']) {
      const response = await client.get(`/files/${name}`)
      response.assertStatus(404)
    }
  })

  test('who is not logged in is told how to say who they are', async ({ client }) => {
    const response = await client.get('/api/admin/products')

    response.assertStatus(401)
    response.assertHeader('www-authenticate', 'Bearer')
  })

  test('CACHE-02: nothing that is not part of the key gets into a cached answer', async ({
    client,
    assert,
  }) => {
    await createProduct()
    await seeChanges()
    const clean = await client.get('/api/v1/products')
    const unkeyed = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'gopher',
      'X-Forwarded-Port': '666',
      'X-Forwarded-Prefix': '/evil',
      'Forwarded': 'host=evil.example',
      'X-Host': 'evil.example',
      'X-Original-URL': '/admin?evil',
      'X-Rewrite-URL': '/admin?evil',
      'X-HTTP-Method-Override': 'POST',
      'Origin': 'https://evil.example',
      'Referer': 'https://evil.example/',
      'User-Agent': '<evil>',
      'Cookie': 'locale=ar; theme=evil',
      'Authorization': 'Bearer evil',
      'Accept': 'text/evil',
    }
    const queries = ['utm_source=evil', 'fbclid=evil', '_=evil', 'callback=evil', '?evil']
    const everything = Object.fromEntries(
      Object.entries(unkeyed).filter(([name]) => name !== 'Accept')
    )
    for (const [path, headers] of [
      ...Object.entries(unkeyed).map(([name, value]) => ['', { [name]: value }] as const),
      ...queries.map((query) => [`?${query}`, {}] as const),
      ...queries.map((query) => [`?${query}`, everything] as const),
    ]) {
      const poisoned = await client.get(`/api/v1/products${path}`).headers(headers)
      assert.equal(poisoned.text(), clean.text(), path)
      const again = await client.get('/api/v1/products')
      assert.equal(again.text(), clean.text())
      assert.notInclude(JSON.stringify(again.headers()), 'evil')
    }
  })

  test('CACHE-02: what is meant for one person is kept by nobody, whatever it is called', async ({
    client,
  }) => {
    const { token } = await bearer()
    for (const path of ['/admin/login', '/admin/password/forgot', '/docs', '/admin']) {
      const page = await client.get(path).redirects(0)
      page.assertHeader('cache-control', 'no-store')
    }
    const list = await client.get('/api/admin/products').bearerToken(token)
    list.assertHeader('cache-control', 'no-store')
    for (const path of ['/admin/x.css', '/admin/login/x.css', '/api/admin/products/x.css']) {
      const disguised = await client.get(path).bearerToken(token)
      disguised.assertHeader('cache-control', 'no-store')
      if (disguised.status() !== 422) disguised.assertStatus(404)
    }
  })

  test('metrics are for loopback and bearers, and know routes, not addresses', async ({
    client,
    assert,
  }) => {
    const before = await seriesOf(client.get('/metrics').then((response) => response.text()))
    for (let n = 0; n < 300; n++) await client.get(`/api/v1/products/none-${n}`)
    for (let n = 0; n < 300; n++) await client.get(`/nowhere/${n}`)
    const after = await seriesOf(client.get('/metrics').then((response) => response.text()))
    const outside = await client.get('/metrics').header('X-Forwarded-For', '41.224.1.1')

    assert.isAtMost(after - before, 40)
    outside.assertStatus(403)
  })

  test('metrics tell what an operator watches', async ({ client, assert }) => {
    await client.get('/api/v1/products')
    const text = await client.get('/metrics').then((response) => response.text())

    const told = new Set(text.match(/(?<=^# TYPE )\w+/gm))
    assert.deepEqual(
      WATCHED.filter((name) => !told.has(name)),
      []
    )
  })

  test('readiness names each check', async ({ client, assert }) => {
    const response = await client.get('/health/ready')

    response.assertStatus(200)
    assert.equal(response.body().status, 'ok')
    assert.equal(response.body().checks.database.status, 'ok')
    assert.equal(response.body().checks.schema.status, 'ok')
  })

  test('a process whose migrations have not run gets no requests', async ({
    client,
    assert,
    cleanup,
  }) => {
    const [row] = await sql<{ name: string; batch: number; migration_time: Date }>(
      'delete from adonis_schema where id = (select max(id) from adonis_schema) returning name, batch, migration_time'
    )
    cleanup(async () => {
      await sql('insert into adonis_schema (name, batch, migration_time) values ($1, $2, $3)', [
        ...[row.name, row.batch, row.migration_time],
      ])
    })
    const response = await client.get('/health/ready')

    response.assertStatus(503)
    assert.deepEqual(response.body().checks.schema, {
      status: 'failed',
      reason: 'pending_migrations',
    })
  })
})

/** Requests, cache, connections, event loop, memory, dependencies, jobs, relay and limits. */
const WATCHED = [
  'http_server_request_duration_seconds',
  'cache_lookups_total',
  'database_pool_waiting',
  'database_pool_wait_seconds',
  'nodejs_eventloop_lag_p99_seconds',
  'process_resident_memory_bytes',
  'process_cpu_seconds_total',
  'breaker_state',
  'dependency_attempts_total',
  'jobs_waiting',
  'job_age_seconds',
  'outbox_lag_seconds',
  'rate_limited_total',
  'rate_limit_fallbacks_total',
  'requests_shed_total',
]

async function seriesOf(text: Promise<string>) {
  const lines = await text
  return lines.split('\n').filter((line) => line && !line.startsWith('#')).length
}
