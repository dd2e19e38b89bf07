import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { signRefreshToken } from '#app/platform/auth/refresh_token'
import { orderToken } from '#app/orders/buyers/order_token'
import { sql } from '#app/platform/database/sql'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import { NEEDED } from '#tests/support/staff_routes'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { ADDRESS } from '#tests/support/purchases'
import { apiTokens } from '#tests/support/api_tokens'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const BODY = {
  email: 'a@shabou.test',
  password: 'un mot de passe assez long',
  sku: 'A',
  name: 'Un',
  brand: 'bosch',
  price: 1_000,
  reason: 'parce que',
  text: 'GDB1330',
  words: 'alternateur',
  vehicleTypeId: 1,
  make: 'renault',
  from: 'A',
  verdict: 'confirmed',
  kind: 'part',
  synonyms: [{ term: 'plakat', language: 'arabizi' }],
  ...{ quantity: 1, productId: 1, location: 'depot', to: 'boutique' },
  ...{ ...ADDRESS, optionId: 'home', paymentMethod: 'cod' },
  ...{ number: '1', phoneLast4: '3456' },
  ...{ orderNumber: '1', method: 'transfer' },
}

/** What an address needs besides a number to get as far as the database. */
const ADDRESSES: [pattern: RegExp, address: string][] = [
  [/:vin/, 'VF1BB1D0H12345678'],
  [/\/(jobs|sessions|intents|payments)\/:id/, '/$1/00000000-0000-4000-8000-000000000000'],
  [/\/search(\/suggest)?$/, '$&?q=frein'],
  ...Object.entries(NEEDED).map(([name, word]): [RegExp, string] => [RegExp(`:${name}`), word]),
  [/:\w+|\*/g, '1'],
]

/** What a token opens. */
const OF_BUYERS = ['/api/v1/orders/:number', '/orders/:number']

const addressOf = (pattern: string) => {
  const address = ADDRESSES.reduce((so, [piece, by]) => so.replace(piece, by), pattern)
  return OF_BUYERS.includes(pattern) ? `${address}?token=${orderToken('1')}` : address
}

/** They ask no table, or tell of the failure in an answer of their own. */
const WITHOUT_DATABASE = [
  '/',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/api/openapi.json',
  '/docs',
  // Vehicles are held in memory.
  '/api/v1/vehicles/makes',
  '/api/v1/vehicles/makes/:slug/models',
  '/api/v1/vehicles/models/:slug/types',
  '/api/v1/vehicles/types/:id',
  '/api/v1/garage',
  '/api/v1/garage/vehicles',
  '/api/v1/garage/vehicles/:id',
  // No gateway is set up.
  '/api/v1/webhooks/payments/:provider',
]

/** Stacks, statements, paths of the machine, names and versions of what runs here. */
const LEAKS = [
  /\bat .+:\d+:\d+/,
  /\.[jt]s\b(?!on)/,
  /node_modules/,
  /select .+ from|insert into|relation|schema|pg_|postgres|adonis|lucid|node\/?\d/i,
]

test.group('Forced errors', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('SEC-19: a 500 of any route tells its id and nothing else', async ({ assert }) => {
    await createProduct()
    await seeChanges()
    const tokens = await apiTokens()
    const bodyOf = (pattern: string) => {
      const { audience } = pattern.startsWith('/api/v1/') ? loginsOfCustomers : loginsOfStaff
      const refreshToken = signRefreshToken({ sid: randomUUID(), generation: 0 }, audience)
      const kind = pattern.includes('/stock/') ? 'receipt' : BODY.kind
      return JSON.stringify({ ...BODY, kind, refreshToken, token: orderToken('1') })
    }
    const routes = Object.values(router.toJSON())
      .flat()
      .flatMap(({ pattern, methods }) =>
        methods.filter((method) => method !== 'HEAD').map((method) => ({ pattern, method }))
      )
      .filter(({ pattern }) => !WITHOUT_DATABASE.includes(pattern))

    const answers = await withoutTables(() =>
      Promise.all(
        routes.map(async ({ pattern, method }) => {
          const isApi = pattern.startsWith('/api')
          const response = await fetch(BASE + addressOf(pattern), {
            method,
            body: method === 'GET' ? undefined : bodyOf(pattern),
            headers: {
              'content-type': 'application/json',
              'accept': isApi ? 'application/json' : 'text/html',
              'authorization': `Bearer ${tokens.of(pattern)}`,
              ...{ 'x-cart-token': 'x', 'idempotency-key': 'x' },
            },
            redirect: 'manual',
          })
          return { pattern, method, isApi, response, text: await response.text() }
        })
      )
    )

    const versions = Object.values(dependencies()).filter((version) => version.length > 4)
    for (const { pattern, method, isApi, response, text } of answers) {
      const what = `${method} ${pattern}`
      if (pattern.startsWith('/files') || pattern.startsWith('/assets')) continue
      assert.equal(response.status, 500, `${what}: ${text.slice(0, 300)}`)
      assert.include(text, response.headers.get('x-request-id')!, what)
      assert.isNull(response.headers.get('x-powered-by'))
      assert.isNull(response.headers.get('server'))
      assert.equal(response.headers.get('cache-control'), 'no-store', what)
      const told = isApi ? text : visible(text)
      for (const leak of LEAKS) assert.notMatch(told, leak, what)
      for (const version of versions) assert.notInclude(told, version, what)
      if (isApi) {
        assert.match(response.headers.get('content-type')!, /^application\/problem\+json/)
        const problem = JSON.parse(text)
        assert.deepEqual([problem.status, problem.code], [500, 'internal_error'], what)
      }
    }
    assert.isAbove(answers.length, 15)
  })
})

/** Every statement fails while this works: no table is where it was. */
async function withoutTables<Result>(work: () => Promise<Result>): Promise<Result> {
  await sql('alter schema public rename to away')
  try {
    return await work()
  } finally {
    await sql('alter schema away rename to public')
  }
}

/** What a page says, without the addresses of its scripts and styles. */
const visible = (html: string) => html.replace(/<(?:script|link|meta)\b[^>]*>/g, '')

function dependencies(): Record<string, string> {
  const text = readFileSync(app.makePath('package.json'), 'utf8')
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies
}
