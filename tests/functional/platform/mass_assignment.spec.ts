import { randomUUID } from 'node:crypto'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { openApiLogin } from '#app/staff/staff_logins'
import { apiDocument } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { apiTokens } from '#tests/support/api_tokens'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  existingAddress,
  newEmail,
  resetTokenOf,
} from '#tests/support/customers'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { accessForms, type FilledForm } from '#tests/support/access_forms'
import { catalogueForms } from '#tests/support/catalogue_forms'
import { deskForms } from '#tests/support/desk_forms'
import { fitmentForms, fittedProduct, knownVehicle } from '#tests/support/fitment_forms'
import { ADDRESS, filledCart, placedOrder, startedCheckout } from '#tests/support/purchases'
import { importForms } from '#tests/support/import_forms'
import { systemForms } from '#tests/support/system_forms'
import { createResetToken, createStaff, PASSWORD } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'
import { WebVisitor } from '#tests/support/web_visitor'
import { forgetImports } from '#tests/support/web_imports'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const NUMBER = 987_654_321
const ANYWHERE = { ip: '127.0.0.1', userAgent: null }
const TEXT = 'mass-assigned'
let serial = 0
/** Made once: a password takes its time. */
const [someCustomer, someAddress] = [once(createCustomer), once(existingAddress)]
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
  customerId: NUMBER,
  customerGroupId: NUMBER,
  importId: NUMBER,
  version: NUMBER,
  created_at: MOMENT,
  createdAt: MOMENT,
  updatedAt: MOMENT,
  publishedAt: MOMENT,
  deletedAt: MOMENT,
}

/** A body that is accepted, for every route of the API that takes one. A new route needs one here. */
const ACCEPTED: Record<
  string,
  () => Promise<{ url: string; body: object; headers?: Record<string, string> }>
> = {
  'post /api/admin/auth/login': async () => {
    const { email } = await createStaff('counter')
    return { url: '/api/admin/auth/login', body: { email, password: PASSWORD } }
  },
  'post /api/admin/auth/refresh': async () => {
    const { refreshToken } = await openApiLogin(await createStaff('counter'), ANYWHERE)
    return { url: '/api/admin/auth/refresh', body: { refreshToken } }
  },
  'post /api/admin/staff': async () => {
    const email = `neuf.${Date.now()}.${serial++}@shabou.test`
    return { url: '/api/admin/staff', body: { email, fullName: 'Amel', role: 'counter' } }
  },
  'patch /api/admin/staff/{id}': async () => {
    const { id } = await createStaff('counter')
    return { url: `/api/admin/staff/${id}`, body: { fullName: 'Sami' } }
  },
  'post /api/admin/roles': async () => ({
    url: '/api/admin/roles',
    body: { name: `Rôle ${Date.now()} ${serial++}`, abilities: ['products:read'] },
  }),
  'patch /api/admin/roles/{key}': async () => ({
    url: '/api/admin/roles/sales',
    body: { requiresSecondFactor: false },
  }),
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
  'post /api/admin/brands': async () => ({
    url: '/api/admin/brands',
    body: { name: `Nouvelle ${serial++}` },
  }),
  'patch /api/admin/brands/{id}': async () => {
    const { id } = await createBrand()
    return { url: `/api/admin/brands/${id}`, body: { name: `Autre ${serial++}` } }
  },
  'post /api/admin/categories': async () => ({
    url: '/api/admin/categories',
    body: { name: `Nouvelle ${serial++}` },
  }),
  'patch /api/admin/categories/{id}': async () => {
    const { id } = await createCategory(`categorie-${serial++}`)
    return { url: `/api/admin/categories/${id}`, body: { name: `Autre ${serial++}` } }
  },
  'put /api/admin/products/{id}/equivalents/{otherId}': async () => {
    const [one, other] = [await createProduct(), await createProduct()]
    const url = `/api/admin/products/${one.id}/equivalents/${other.id}`
    return { url, body: { verdict: 'confirmed' } }
  },
  'post /api/admin/products/{id}/fitments': async () => {
    const { id } = await createProduct()
    const { make } = await knownVehicle()
    return { url: `/api/admin/products/${id}/fitments`, body: { make } }
  },
  'post /api/admin/products/{id}/fitments/copies': async () => {
    const [{ id }, { sku }] = [await createProduct(), await fittedProduct()]
    return { url: `/api/admin/products/${id}/fitments/copies`, body: { from: sku } }
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
  'post /api/v1/auth/register': async () => {
    const body = { fullName: 'Amel', email: newEmail(), password: CUSTOMER_PASSWORD }
    return { url: '/api/v1/auth/register', body }
  },
  'post /api/v1/auth/login': async () => {
    const { email } = await createCustomer()
    return { url: '/api/v1/auth/login', body: { email, password: CUSTOMER_PASSWORD } }
  },
  'post /api/v1/auth/refresh': async () => {
    const { id } = await someCustomer()
    const sid = await loginsOfCustomers.open(id, 'api', ANYWHERE)
    const { refreshToken } = await loginsOfCustomers.tokensOf(id, sid)
    return { url: '/api/v1/auth/refresh', body: { refreshToken } }
  },
  'post /api/v1/auth/password/forgot': async () => {
    const { email } = await createCustomer()
    return { url: '/api/v1/auth/password/forgot', body: { email } }
  },
  'post /api/v1/auth/password/reset': async () => {
    const token = await resetTokenOf(await createCustomer())
    const body = { token, password: `${CUSTOMER_PASSWORD} nouveau` }
    return { url: '/api/v1/auth/password/reset', body }
  },
  'post /api/v1/me/addresses': async () => ({ url: '/api/v1/me/addresses', body: ADDRESS }),
  'put /api/v1/me/addresses/{id}': async () => {
    const { id, token } = await someAddress()
    const headers = { authorization: `Bearer ${token}` }
    return { url: `/api/v1/me/addresses/${id}`, body: ADDRESS, headers }
  },
  'post /api/v1/me/vehicles': async () => {
    const vehicle = await createVehicle({ name: `Type ${serial++}` })
    return { url: '/api/v1/me/vehicles', body: { vehicle } }
  },
  'patch /api/v1/me': async () => ({ url: '/api/v1/me', body: { fullName: 'Sami' } }),
  'post /api/v1/cart/items': async () => {
    const { sku } = await createProduct()
    return { url: '/api/v1/cart/items', body: { sku, quantity: 1 } }
  },
  'put /api/v1/cart/items/{sku}': async () => {
    const { sku, token } = await filledCart()
    const headers = { 'x-cart-token': token }
    return { url: `/api/v1/cart/items/${sku}`, body: { quantity: 2 }, headers }
  },
  'put /api/v1/checkout/sessions/{id}/shipping-address': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/shipping-address`,
    body: ADDRESS,
  }),
  'put /api/v1/checkout/sessions/{id}/shipping-option': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/shipping-option`,
    body: { optionId: 'pickup' },
  }),
  'post /api/v1/checkout/sessions/{id}/complete': async () => ({
    url: `/api/v1/checkout/sessions/${await startedCheckout()}/complete`,
    body: { paymentMethod: 'cod' },
    headers: { 'idempotency-key': randomUUID() },
  }),
  'post /api/v1/orders/track': async () => {
    const { number } = await placedOrder()
    return { url: '/api/v1/orders/track', body: { number, phoneLast4: '3456' } }
  },
  'post /api/v1/orders/{number}/cancellation': async () => {
    const { number, token } = await placedOrder()
    return { url: `/api/v1/orders/${number}/cancellation`, body: { token } }
  },
  'post /api/admin/stock/adjustments': async () => {
    const { id } = await createProduct()
    const body = { productId: id, location: 'depot', kind: 'receipt', quantity: 3, reason: 'BL 12' }
    return { url: '/api/admin/stock/adjustments', body }
  },
  'post /api/admin/stock/transfers': async () => {
    const { id } = await createProduct()
    const body = { productId: id, from: 'depot', to: 'boutique', quantity: 1, reason: 'BT 7' }
    return { url: '/api/admin/stock/transfers', body }
  },
  'post /api/admin/orders/{number}/cancellation': async () => {
    const { number } = await placedOrder()
    return { url: `/api/admin/orders/${number}/cancellation`, body: { reason: 'injoignable' } }
  },
  'post /api/admin/orders/{number}/notes': async () => {
    const { number } = await placedOrder()
    return { url: `/api/admin/orders/${number}/notes`, body: { text: 'rappeler demain' } }
  },
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

/** The forms of pages: which page has them, and fields that are accepted. A new form needs one here. */
const FORMS: Record<string, () => Promise<FilledForm>> = {
  ...accessForms,
  ...catalogueForms,
  ...systemForms,
  ...importForms,
  ...fitmentForms,
  ...deskForms,
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
}

type Described = {
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
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
    const tokens = await apiTokens()
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
      const isQuick = !/\/auth\/(login|register|password\/\w+)$/.test(name)
      const oneByOne = isQuick ? foreign.map((entry) => [entry]) : []
      for (const extra of [...oneByOne, foreign]) {
        const { url, body, headers } = await ACCEPTED[name]()
        const sent = encoded({ ...Object.fromEntries(extra), ...body })
        const response = await fetch(BASE + url, {
          method: method.toUpperCase(),
          body: sent.body,
          headers: {
            ...sent.headers,
            // Whoever brings a cart or a key of their own is a guest.
            ...(headers ?? { authorization: `Bearer ${tokens.of(url)}` }),
          },
        })
        const answer = await response.text()
        assert.isTrue(response.ok || response.status === 422, `${name}: ${answer}`)
      }
      assert.deepEqual(await assigned(), [], name)
    }
  }).timeout(240_000)

  test('SEC-05: no form of a page writes a field that is not its own', async ({ assert }) => {
    const posted = Object.values(router.toJSON())
      .flat()
      .filter(({ methods, pattern }) => methods.includes('POST') && !pattern.startsWith('/api/'))
      .map(({ pattern }) => pattern)
    assert.sameMembers(posted, Object.keys(FORMS))

    for (const [pattern, prepare] of Object.entries(FORMS)) {
      const filled = await prepare()
      const { page, fields, action = pattern, browser = new WebVisitor(), file } = filled
      const extra = Object.fromEntries(
        Object.entries(FOREIGN).map(([field, value]) => [field, String(value)])
      )
      const { status } = await browser.post(action, { ...extra, ...fields }, page, {}, file)
      assert.equal(status, 303, action)
      assert.deepEqual(await assigned(), [], action)
    }
  }).timeout(120_000)
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
