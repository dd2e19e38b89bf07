import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { ABILITIES, type Ability } from '#app/staff/abilities'
import Role from '#app/staff/roles/role'
import { bearer, createStaff } from '#tests/support/staff'
import { nowhere, type StaffRoute, staffRoutes } from '#tests/support/staff_routes'
import { loggedIn, WebVisitor } from '#tests/support/web_visitor'

const BUILT_IN = ['owner', 'counter', 'warehouse', 'buyer', 'sales', 'accountant', 'readonly']

/** Open to whoever comes: they are how somebody becomes staff, and stops. A new one needs a reason. */
const OPEN = [
  'GET /admin/login',
  'POST /admin/login',
  'GET /admin/login/code',
  'POST /admin/login/code',
  'POST /admin/logout',
  'GET /admin/password/forgot',
  'POST /admin/password/forgot',
  'GET /admin/password/reset/:token',
  'POST /admin/password/reset',
  'POST /api/admin/auth/login',
  'POST /api/admin/auth/refresh',
  'POST /api/admin/auth/logout',
]

/** Open to all staff, about nobody but themselves. */
const OWN = [
  'GET /admin/account',
  'POST /admin/account',
  'POST /admin/account/password',
  'GET /admin/account/second-factor',
  'POST /admin/account/second-factor',
  'POST /admin/account/second-factor/removal',
  'POST /admin/account/logins/:sid/end',
  'POST /admin/account/other-logins/end',
]

const nameOf = ({ method, pattern }: StaffRoute) => `${method} ${pattern}`
const isAbility = (purpose?: string): purpose is Ability => ABILITIES.includes(purpose as Ability)

/** Somebody at a desk and with a program, who asks every route for something that is not there. */
class Caller {
  constructor(
    readonly browser: WebVisitor,
    readonly token: string | undefined,
    readonly csrf: string
  ) {}

  /** Two accounts: what the one does at the desk, such as ending other logins, is not the other's. */
  static async as(role: string) {
    const browser = await loggedIn(await createStaff(role))
    const csrf = await browser.tokenOn('/admin/account')
    const { token } = await bearer(role)
    return new Caller(browser, token, csrf)
  }

  static async nobody() {
    const browser = new WebVisitor()
    return new Caller(browser, undefined, await browser.tokenOn('/admin/login'))
  }

  ask({ method, pattern, isApi }: StaffRoute) {
    const path = nowhere(pattern)
    const isWrite = method !== 'GET'
    if (!isApi) {
      const form = isWrite ? new URLSearchParams({ _csrf: this.csrf }) : undefined
      return this.browser.send(method, path, form)
    }
    const headers = {
      'accept': 'application/json',
      'content-type': 'application/json',
      ...(this.token && { authorization: `Bearer ${this.token}` }),
    }
    return new WebVisitor().send(method, path, isWrite ? '{}' : undefined, headers)
  }
}

test.group('Who may use which route', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('a route without a purpose is one of the few that are open', ({ assert }) => {
    const routes = staffRoutes()
    const named = (wanted: (route: StaffRoute) => boolean) => routes.filter(wanted).map(nameOf)
    assert.sameMembers(
      named(({ purpose }) => purpose === undefined),
      OPEN
    )
    assert.sameMembers(
      named(({ purpose }) => purpose !== undefined && !isAbility(purpose)),
      OWN
    )
    assert.isAbove(routes.length, 50)
  })

  for (const key of BUILT_IN) {
    test(`SEC-07: ${key} may do what it says, and nothing else`, async ({ assert }) => {
      const role = await Role.findOrFail(key)
      const caller = await Caller.as(key)
      const wrong: string[] = []
      for (const route of staffRoutes().filter(({ purpose }) => purpose !== undefined)) {
        const { purpose, also } = route
        const has = !isAbility(purpose) || role.grants(purpose)
        const isGranted = has && (!also || role.grants(also))
        const { status, to } = await caller.ask(route)
        const isRefused = [401, 403].includes(status) || to === '/admin/login'
        if (status >= 500 || isRefused === isGranted || (isRefused && status !== 403)) {
          wrong.push(`${nameOf(route)} (${purpose}): ${status}`)
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  test('SEC-07: who is not logged in gets nowhere', async ({ assert }) => {
    const nobody = await Caller.nobody()
    const wrong: string[] = []
    for (const route of staffRoutes().filter(({ purpose }) => purpose !== undefined)) {
      const { status, to } = await nobody.ask(route)
      const isRefused = route.isApi ? status === 401 : to === '/admin/login'
      if (!isRefused) wrong.push(`${nameOf(route)}: ${status} ${to}`)
    }
    assert.deepEqual(wrong, [])
  })

  test('SEC-07: a session is worth nothing to the API, nor a token to pages', async ({
    assert,
  }) => {
    const { member, token } = await bearer()
    const browser = await loggedIn(member)
    const headers = { accept: 'application/json' }
    const api = await browser.send('GET', '/api/admin/products', undefined, headers)
    assert.equal(api.status, 401)
    const page = await new WebVisitor().get('/admin', { authorization: `Bearer ${token}` })
    assert.equal(page.to, '/admin/login')
  })

  test('SEC-06: what is not there is missing, whoever asks for it', async ({ assert }) => {
    const owner = await Caller.as('owner')
    const wrong: string[] = []
    const asked = staffRoutes().filter(
      ({ pattern, purpose }) => purpose !== undefined && /:|\*/.test(pattern)
    )
    for (const route of asked) {
      const { status, to } = await owner.ask(route)
      // What a route takes besides is refused before anything is looked up.
      const isForm =
        !route.isApi && route.method === 'POST' && [302, 303].includes(status) && to !== null
      const isInvalid =
        status === 422 && (route.method !== 'GET' || !/:\w*id\b/i.test(route.pattern))
      if (status !== 404 && !isForm && !isInvalid) wrong.push(`${nameOf(route)}: ${status}`)
    }
    assert.deepEqual(wrong, [])
    assert.isAbove(asked.length, 15)
  })

  test('SEC-06: the logins of others are as if they were not there', async ({ assert }) => {
    const mine = await loggedIn(await createStaff('counter'))
    const other = await createStaff('counter')
    const theirs = await loggedIn(other)
    const [{ sid }] = await sql<{ sid: string }>(
      'select sid from logins where staff_member_id = $1',
      [other.id]
    )
    const { status } = await mine.post(`/admin/account/logins/${sid}/end`, {}, '/admin/account')
    assert.equal(status, 404)
    assert.equal(await theirs.statusOf('/admin'), 200)
    const page = await mine.get('/admin/account')
    assert.notInclude(page.html, sid)
  })
})
