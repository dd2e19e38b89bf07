import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { sql } from '#app/platform/database/sql'
import { randomUUID } from 'node:crypto'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { enqueue } from '#app/platform/jobs/enqueue'
import { mailJob } from '#app/platform/mail/mail_job'
import { writeConcept } from '#app/search/words/synonyms'
import { openApiLogin, staffLogins } from '#app/staff/login/staff_logins'
import { repeats } from '#tests/depth'
import { complaintAbout } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import {
  type HostileRequest,
  hostileRequests,
  operations,
  requestsTo,
} from '#tests/support/hostile_requests'
import type { Existing } from '#tests/support/hostile_targets'
import { fakeGateway, orderToPay } from '#tests/support/payments'
import { existingAccount, existingCustomers, spareLogin } from '#tests/support/customers'
import { existingPrices } from '#tests/support/price_lists'
import { existingPurchases } from '#tests/support/purchases'
import { existingQuotes } from '#tests/support/quotes'
import { existingShipments } from '#tests/support/existing_shipments'
import { newLead } from '#tests/support/leads/findings'
import { finishedRun } from '#tests/support/prospector_runs'
import { forecastInsight } from '#tests/support/orion'
import { existingPurchasing } from '#tests/support/purchasing'
import { uploadedImport } from '#tests/support/import_forms'
import { existingAccess } from '#tests/support/access_forms'
import { existingCatalogue } from '#tests/support/hostile_catalogue'
import { createDeadJob } from '#tests/support/jobs'
import { assertBooks } from '#tests/support/stock'
import { bearer, PASSWORD, TESTING } from '#tests/support/staff'
import { createFitment, createVehicle } from '#tests/support/vehicles'
import { finishedImport, forgetImports } from '#tests/support/web_imports'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const LEAK = /node_modules|\bat .*\.[jt]s:|select .* from|syntax error|PostgreSQL/i

/** Only the garage of a guest is a cookie. */
const MAY_SET_COOKIES = /^\/api\/v1\/garage\b/

/** So many requests more, in so many shops, for an operation of which nothing got through or nothing was refused. */
const PATIENCE = 40
const ROUNDS = 4

/** How often each status was seen, by operation. */
class Tally {
  readonly #seen = new Map<string, Map<number, number>>()

  add({ method, path }: HostileRequest, status: number) {
    const operation = `${method} ${path}`
    const statuses = this.#seen.get(operation) ?? new Map<number, number>()
    this.#seen.set(operation, statuses.set(status, (statuses.get(status) ?? 0) + 1))
  }

  of(operation: string) {
    return [...(this.#seen.get(operation)?.keys() ?? [])]
  }

  /** What was never seen of an operation, in words. One that takes nothing cannot refuse anything. */
  missingOf({ method, path, described }: ReturnType<typeof operations>[number]): string[] {
    const seen = this.of(`${method} ${path}`)
    const what = `${method} ${path}: ${seen.join(', ')}`
    const takesInput = described.requestBody || described.parameters.length > 1
    return [
      ...(seen.some((status) => status < 300) ? [] : [`nothing got through to ${what}`]),
      ...(!takesInput || seen.some((status) => status >= 400)
        ? []
        : [`nothing was refused by ${what}`]),
    ]
  }

  get statuses() {
    return new Set([...this.#seen.values()].flatMap((statuses) => [...statuses.keys()]))
  }
}

type Owner = Awaited<ReturnType<typeof bearer>>

test.group('Hostile input', (group) => {
  let existing: Existing
  let owner: Owner

  /** A shop with one of everything that requests may name. */
  async function furnish() {
    await emptyCatalogue()
    await forgetImports()
    await sql('truncate rate_limits, scheduled_runs')
    const brand = await createBrand('Bosch')
    const category = await createCategory('freinage/plaquettes')
    const empty = await createCategory('vide')
    const spareBrand = await createBrand('Libre')
    const { id, sku, slug } = await createProduct({ brand, category, sku: 'GDB1330' })
    const spare = await createProduct({ brand, category })
    const other = await createProduct({ brand, category })
    for (let n = 0; n < 5; n++) await createProduct({ brand, category })
    const vehicle = String(await createVehicle())
    const synonyms = [{ term: 'plakat', language: 'arabizi' as const }]
    await writeConcept(
      { code: 'brake_pads', kind: 'part', categories: [], synonyms },
      { actor: 'test', source: 'command' }
    )
    await seeChanges()
    const { ruleId } = await addFitment(id, { make: 'renault', engineCode: 'D4F' }, TESTING)
    await createFitment(id, Number(vehicle))
    owner = await bearer('owner')
    const { refreshToken } = await openApiLogin(owner.member, { ip: '::1', userAgent: null })
    const first = await fetch(`${BASE}/api/v1/products?limit=1`)
    const { meta } = (await first.json()) as { meta: { nextCursor: string } }
    const [dead, deadToo] = [
      await createDeadJob('mail', { sealed: 'x' }),
      await createDeadJob('mail', { sealed: 'x' }),
    ]
    const tomorrow = new Date(Date.now() + 86_400_000)
    const waitingJobId = await enqueue(mailJob, { sealed: 'x' }, { after: tomorrow })
    const atKonnect = await orderToPay('konnect')
    const kit = await createProduct({ stock: 0 })
    existing = {
      ...{ deadJobId: dead.letterId, spareJobId: deadToo.letterId, waitingJobId: waitingJobId! },
      ...{
        id: String(id),
        spareId: String(spare.id),
        emptyCategoryId: String(empty.id),
        spareBrandId: String(spareBrand.id),
        otherId: String(other.id),
        sku,
        slug,
        brand: brand.slug,
        category: category.slug,
      },
      ...{ make: 'renault', model: 'renault-clio-iv', vehicle, vehicleTypeId: vehicle },
      ...{ ruleId: String(ruleId), from: other.sku },
      ...{ vin: 'VF1BB1D0H12345678', code: 'brake_pads' },
      ...(await existingAccess(owner.member)),
      ...(await existingCatalogue(id, owner.member.actor)),
      ...(await existingPurchases()),
      ...(await existingPrices()),
      kitId: String(kit.id),
      ...(await existingQuotes()),
      payment_ref: atKonnect.ref,
      ...(await existingAccount(Number(vehicle))),
      ...(await existingCustomers()),
      ...(await existingPurchasing(sku)),
      insightId: await forecastInsight(sku),
      ...(await existingShipments()),
      leadId: String(await newLead()),
      runId: String(await finishedRun()),
      importId: String(await finishedImport()),
      uploadedId: String(await uploadedImport()),
      ...{ cursor: meta.nextCursor, email: owner.member.email, password: PASSWORD, refreshToken },
    }
  }
  group.setup(async () => {
    const tasks: (() => Promise<void>)[] = []
    await fakeGateway('konnect', (task) => tasks.push(task))
    return async () => void (await Promise.all(tasks.map((task) => task())))
  })
  group.each.setup(furnish)

  test('every route answers what it promises, or a problem that says what to do', async ({
    assert,
  }) => {
    const tally = new Tally()
    const check = async (request: HostileRequest) => {
      const { status, type, text, cookies } = await send(request, owner, existing)
      tally.add(request, status)
      if (!MAY_SET_COOKIES.test(request.path)) assert.deepEqual(cookies, [], request.url)
      const isReady = request.path === '/health/ready'
      if (status >= 500 && !isReady) throw new Error(`${status}: ${text}`)
      if (status >= 400 && !isReady) {
        assert.include(type, 'application/problem+json')
        assert.notMatch(text, LEAK)
        const problem = JSON.parse(text)
        assert.isString(problem.code)
        // What the database had to refuse is a gap in a validator.
        assert.notEqual(problem.code, 'impossible_value', `${request.url} ${request.body}`)
        assert.equal(problem.status, status)
        assert.isAbove(problem.detail.length, 20)
        for (const { field, message } of problem.errors ?? []) assert.isString(field + message)
      } else {
        const body: unknown = text && type.includes('json') ? JSON.parse(text) : text
        const complaint = complaintAbout(request.path, request.method, { status, type, body })
        if (complaint) throw new Error(complaint)
      }
    }
    const property = fc.asyncProperty(hostileRequests(existing), check)
    const before = await kept()
    await fc.assert(property, { numRuns: repeats(1_000, 40_000), endOnFailure: true })
    const after = await kept()
    for (const [table, keys] of Object.entries(before)) {
      assert.isNotEmpty(keys, table)
      assert.includeMembers(after[table], keys, table)
    }
    await assertBooks(assert)
    // Chance leaves some operations out, and others take from them what they need: they are asked again, of a new shop.
    const lacking = () => operations().filter((each) => tally.missingOf(each).length > 0)
    for (let round = 0; round < ROUNDS && lacking().length > 0; round++) {
      await furnish()
      for (const operation of lacking()) {
        for (const request of fc.sample(requestsTo(operation, existing), PATIENCE)) {
          if (tally.missingOf(operation).length === 0) break
          await check(request)
        }
      }
    }

    assert.deepEqual(
      operations().flatMap((operation) => tally.missingOf(operation)),
      []
    )
    for (const status of [400, 401, 404, 415, 422]) {
      assert.isTrue(tally.statuses.has(status), `${status} was never seen`)
    }
    const alive = await fetch(`${BASE}/api/v1/products`)
    assert.equal(alive.status, 200)
  })

  test('no page breaks, whatever it is asked for', async ({ assert }) => {
    const pages = Object.values(router.toJSON())
      .flat()
      .filter(({ pattern }) => !/^\/(api|health|metrics)/.test(pattern))
      .flatMap(({ pattern, methods }) => methods.map((method) => ({ pattern, method })))
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', '%', '../..', "'"))
    const request = fc.record({
      page: fc.constantFrom(...pages),
      value: text,
      fields: fc.dictionary(
        fc.constantFrom('email', 'password', 'token', '_csrf', '_method'),
        text
      ),
      locale: fc.constantFrom('fr', 'ar', 'xx', '__proto__'),
    })
    const property = fc.asyncProperty(request, async ({ page, value, fields, locale }) => {
      const path = page.pattern.replace(/:\w+|\*/g, encodeURIComponent(value.toWellFormed()) || '1')
      const response = await fetch(`${BASE}${path}?locale=${locale}`, {
        method: page.method,
        body: page.method === 'POST' ? new URLSearchParams(fields) : undefined,
        headers: { accept: 'text/html', cookie: 'session=s%3Aforged; locale=<b>; theme=evil' },
        redirect: 'manual',
      })
      const html = await response.text()
      if (response.status >= 500) throw new Error(`${response.status} ${page.method} ${path}`)
      assert.notMatch(html, LEAK)
    })
    await fc.assert(property, { numRuns: repeats(200, 2_000), endOnFailure: true })
  })
})

/** What nothing may lose: whatever is taken out of the shop stays in its books. */
const KEPT = {
  products: 'id',
  stock_movements: 'id',
  orders: 'number',
  order_events: `concat(order_id, ':', version)`,
  payments: 'id',
  invoices: 'number',
  price_changes: 'id',
}

async function kept(): Promise<Record<string, string[]>> {
  const keys = Object.entries(KEPT).map(async ([table, key]) => {
    const rows = await sql<{ key: string }>(`select ${key}::text as key from ${table}`)
    return [table, rows.map((row) => row.key)] as const
  })
  return Object.fromEntries(await Promise.all(keys))
}

async function send(
  { path, method, url, body, headers }: HostileRequest,
  owner: Owner,
  existing: Existing
) {
  const { cartToken, spareCartToken } = existing

  const response = await fetch(BASE + url, {
    method: method.toUpperCase(),
    body: method === 'get' ? undefined : body,
    headers: {
      ...(await authorizationFor(path, owner, existing)),
      // What is taken out of a cart is not missed in the other; none at all is emptied, or given to who logs in.
      ...(method !== 'delete' && !path.includes('/auth/') && { 'x-cart-token': cartToken }),
      ...(path.endsWith('/items/{sku}') &&
        method === 'delete' && { 'x-cart-token': spareCartToken }),
      'idempotency-key': randomUUID(),
      // A login is limited by address: each one comes from another.
      ...(/\/auth\/(login|register)$|\/me\/erasure$/.test(path) && {
        'x-forwarded-for': randomAddress(),
      }),
      ...headers,
    },
    redirect: 'manual',
  })
  const type = response.headers.get('content-type') ?? ''
  const cookies = response.headers.getSetCookie()
  return { status: response.status, type, text: await response.text(), cookies }
}

/** Carts are bought from by guests, accounts have owners, and whoever logs out is done. */
async function authorizationFor(path: string, owner: Owner, { customerToken }: Existing) {
  if (/^\/api\/v1\/(cart|checkout|orders\/|payments|quotes|webhooks)/.test(path)) return {}
  if (/^\/api\/v1\/(auth\/logout|me\/erasure)$/.test(path))
    return { authorization: `Bearer ${await spareLogin()}` }
  if (/^\/api\/v1\/(auth|me|orders)\b/.test(path))
    return { authorization: `Bearer ${customerToken}` }
  const isLogout = path.endsWith('/auth/logout')
  const token = isLogout ? await staffLogins.issueToken(owner.member) : owner.token
  return { authorization: `Bearer ${token}` }
}

const randomAddress = () =>
  `41.${Math.trunc(Math.random() * 255)}.${Math.trunc(Math.random() * 255)}.9`
