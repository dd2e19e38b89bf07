import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { openApiLogin } from '#app/staff/staff_logins'
import { apiDocument } from '#tests/support/api_contract'
import { createBrand, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { loggedIn, submitForm } from '#tests/support/forms'
import { bearer, createResetToken, createStaff, PASSWORD } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'
import { forgetImports, ImportClient } from '#tests/support/web_imports'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const NUMBER = 987_654_321
const ANYWHERE = { ip: '127.0.0.1', userAgent: null }
const TEXT = 'mass-assigned'
let serial = 0
const MOMENT = '1999-09-09T09:09:09.000Z'

/** What nobody may set from outside; a route that has such a field of its own is left out for it. */
const FOREIGN: Record<string, unknown> = {
  id: NUMBER,
  role: TEXT,
  roles: [TEXT],
  is_admin: TEXT,
  isAdmin: TEXT,
  user_id: NUMBER,
  staffMemberId: NUMBER,
  actor: TEXT,
  passwordHash: TEXT,
  email: `${TEXT}@example.tn`,
  disabledAt: MOMENT,
  price: NUMBER,
  oldPrice: NUMBER,
  total: NUMBER,
  status: TEXT,
  stock: NUMBER,
  onHand: NUMBER,
  reserved: NUMBER,
  slug: TEXT,
  brandId: NUMBER,
  brand_id: NUMBER,
  categoryId: NUMBER,
  supersededById: NUMBER,
  popularity: NUMBER,
  importId: NUMBER,
  version: NUMBER,
  created_at: MOMENT,
  createdAt: MOMENT,
  updatedAt: MOMENT,
  publishedAt: MOMENT,
  deletedAt: MOMENT,
}

/** A body that is accepted, for every route of the API that takes one. A new route needs one here. */
const ACCEPTED: Record<string, () => Promise<{ url: string; body: object }>> = {
  'post /api/admin/auth/login': async () => {
    const { email } = await createStaff('counter')
    return { url: '/api/admin/auth/login', body: { email, password: PASSWORD } }
  },
  'post /api/admin/auth/refresh': async () => {
    const { refreshToken } = await openApiLogin(await createStaff('counter'), ANYWHERE)
    return { url: '/api/admin/auth/refresh', body: { refreshToken } }
  },
  // Tried out only: the same file imported twice at once would be refused.
  'post /api/admin/products/import': async () => ({
    url: '/api/admin/products/import',
    body: { dryRun: '1', file: new File(['sku,name,price\nA1,Un,1\n'], 'list.csv') },
  }),
  'post /api/admin/products': async () => {
    const brand = await createBrand()
    const sku = `NEW-${brand.id}`
    return { url: '/api/admin/products', body: { sku, name: 'Neuf', brand: brand.slug } }
  },
  'put /api/admin/products/{id}': async () => {
    const { id, sku } = await createProduct()
    const brand = await createBrand()
    const body = { sku, name: 'Autre', brand: brand.slug, price: 10_000 }
    return { url: `/api/admin/products/${id}`, body }
  },
  'patch /api/admin/products/{id}': async () => {
    const { id } = await createProduct()
    return { url: `/api/admin/products/${id}`, body: { name: 'Autre' } }
  },
  'post /api/admin/products/{id}/price-history': async () => {
    const { id } = await createProduct()
    const body = { price: 12_000, reason: 'nouveau tarif' }
    return { url: `/api/admin/products/${id}/price-history`, body }
  },
  'put /api/admin/products/{id}/equivalents/{otherId}': async () => {
    const [one, other] = [await createProduct(), await createProduct()]
    const url = `/api/admin/products/${one.id}/equivalents/${other.id}`
    return { url, body: { verdict: 'confirmed' } }
  },
  'post /api/admin/vehicles/vin/{vin}': async () => {
    const vehicleTypeId = await createVehicle({ name: `Type ${serial++}` })
    return { url: '/api/admin/vehicles/vin/VF1BB1D0H12345678', body: { vehicleTypeId } }
  },
  'post /api/admin/unmet-demand': async () => ({
    url: '/api/admin/unmet-demand',
    body: { words: 'alternateur' },
  }),
  'put /api/admin/synonyms/{code}': async () => ({
    url: '/api/admin/synonyms/brake_pads',
    body: { kind: 'part', synonyms: [{ term: 'plakat', language: 'arabizi' }] },
  }),
  'post /api/v1/garage/vehicles': async () => {
    const vehicle = await createVehicle({ name: `Type ${serial++}` })
    await seeChanges()
    return { url: '/api/v1/garage/vehicles', body: { vehicle } }
  },
  'post /api/v1/references/resolve': async () => ({
    url: '/api/v1/references/resolve',
    body: { text: 'GDB1330' },
  }),
}

type Form = {
  page: string
  fields: Record<string, string>
  /** When it is not the pattern itself. */
  action?: string
  /** Cookies of whoever is logged in. */
  cookie?: string
  file?: File
}

/** The forms of pages: which page has them, and fields that are accepted. */
const FORMS: Record<string, () => Promise<Form>> = {
  '/admin/login': async () => {
    const { email } = await createStaff('counter')
    return { page: '/admin/login', fields: { email, password: PASSWORD } }
  },
  '/admin/logout': async () => ({ page: '/admin/login', fields: {} }),
  '/admin/password/forgot': async () => {
    const { email } = await createStaff('counter')
    return { page: '/admin/password/forgot', fields: { email } }
  },
  '/admin/password/reset': async () => {
    const token = await createResetToken(await createStaff('counter'))
    const fields = { token, password: `${PASSWORD} nouveau` }
    return { page: `/admin/password/reset/${token}`, fields }
  },
  '/admin/imports': async () => ({
    page: '/admin/imports/new',
    cookie: await loggedIn(),
    fields: { entity: 'products', supplier: 'Stafim' },
    file: new File(['sku,name,price\nA1,Un,1\n'], 'list.csv'),
  }),
  '/admin/imports/:id/columns': async () => {
    const id = await uploadedImport()
    const page = `/admin/imports/${id}/columns`
    return { page, action: page, cookie: await loggedIn(), fields: { 'map[c0]': 'sku' } }
  },
  '/admin/imports/:id/:move': async () => {
    const id = await uploadedImport()
    const [page, action] = [`/admin/imports/${id}/columns`, `/admin/imports/${id}/cancellation`]
    return { page, action, cookie: await loggedIn(), fields: {} }
  },
}

/** An import that waits for its columns to be agreed upon. */
async function uploadedImport(): Promise<number> {
  const imports = await ImportClient.of('owner')
  const { body } = await imports.upload('sku,name,price\nA1,Un,1\n', { dryRun: '1' })
  await sql(`update import_runs set state = 'uploaded' where id = $1`, [body.data.id])
  return body.data.id
}

type Described = {
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

/** A body as its route takes it: JSON, or a form when a file is in it. */
function encoded(body: object): { body: string | FormData; headers: Record<string, string> } {
  const isForm = 'file' in body
  if (!isForm)
    return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const form = new FormData()
  for (const [field, value] of Object.entries(body)) {
    form.append(field, value instanceof File ? value : String(value))
  }
  return { body: form, headers: {} }
}

test.group('Mass assignment', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
    await sql('delete from rate_limits')
  })

  const operations = () =>
    Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .map(([method, described]) => ({
          name: `${method} ${path}`,
          method,
          ...(described as Described),
        }))
        .filter(({ requestBody }) => requestBody)
    )

  test('SEC-05: no route writes a field that is not its own', async ({ assert }) => {
    const { token } = await bearer()
    const described = operations()
    assert.sameMembers(
      described.map(({ name }) => name),
      Object.keys(ACCEPTED)
    )
    for (const { name, method, requestBody } of described) {
      const own = Object.keys(Object.values(requestBody!.content)[0].schema.properties ?? {})
      const foreign = Object.entries(FOREIGN).filter(([field]) => !own.includes(field))
      assert.isAbove(foreign.length, 20)
      // A login takes as long as its hash, so it is sent all of them at once.
      const isQuick = !name.endsWith('/auth/login')
      const oneByOne = isQuick ? foreign.map((entry) => [entry]) : []
      for (const extra of [...oneByOne, foreign]) {
        const { url, body } = await ACCEPTED[name]()
        const sent = encoded({ ...Object.fromEntries(extra), ...body })
        const response = await fetch(BASE + url, {
          method: method.toUpperCase(),
          body: sent.body,
          headers: { ...sent.headers, authorization: `Bearer ${token}` },
        })
        const answer = await response.text()
        assert.isTrue(response.ok || response.status === 422, `${name}: ${answer}`)
      }
      assert.deepEqual(await assigned(), [], name)
    }
  }).timeout(120_000)

  test('SEC-05: no form of a page writes a field that is not its own', async ({ assert }) => {
    const posted = Object.values(router.toJSON())
      .flat()
      .filter(({ methods, pattern }) => methods.includes('POST') && !pattern.startsWith('/api/'))
      .map(({ pattern }) => pattern)
    assert.sameMembers(posted, Object.keys(FORMS))

    for (const [pattern, prepare] of Object.entries(FORMS)) {
      const { page, fields, action = pattern, cookie, file } = await prepare()
      const extra = Object.fromEntries(
        Object.entries(FOREIGN).map(([field, value]) => [field, String(value)])
      )
      const status = await submitForm(
        BASE + page,
        BASE + action,
        { ...extra, ...fields },
        cookie ? { cookie } : {},
        file
      )
      assert.equal(status, 303, action)
      assert.deepEqual(await assigned(), [], action)
    }
  })
})

/** Tables in which a value of ours has arrived. */
async function assigned(): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'sessions'`
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [{ n }] = await sql<{ n: number }>(
      `select count(*)::int as n from "${name}" t
        where t::text like any (array['%${NUMBER}%', '%${TEXT}%', '%1999-09-09%'])`
    )
    if (n) found.push(`${name}: ${n}`)
  }
  return found
}
