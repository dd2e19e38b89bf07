import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { isDeep, repeats } from '#tests/depth'
import { ACCEPTED, encoded } from '#tests/support/accepted_bodies'
import { apiDocument } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { apiTokens } from '#tests/support/api_tokens'
import { FORMS } from '#tests/support/staff_forms'
import { forgetImports } from '#tests/support/web_imports'
import { WebVisitor } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const NUMBER = 987_654_321
const TEXT = 'mass-assigned'
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

type Described = {
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
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
      const isQuick = !/\/auth\/(login|register|password\/\w+)$|\/erasure$/.test(name)
      for (const extra of isQuick ? inParts(foreign) : [foreign]) {
        const { url, body, headers } = await ACCEPTED[name]()
        const sent = encoded({ ...Object.fromEntries(extra), ...body })
        const response = await fetch(BASE + url, {
          method: method.toUpperCase(),
          body: sent.body,
          headers: {
            ...sent.headers,
            // Whoever brings a cart or a key of their own to the shop is a guest.
            ...((!headers || url.startsWith('/api/admin')) && {
              authorization: `Bearer ${tokens.of(url)}`,
            }),
            ...headers,
          },
        })
        const answer = await response.text()
        assert.isTrue(response.ok || response.status === 422, `${name}: ${answer}`)
      }
    }
    assert.deepEqual(await assigned(), [])
  })

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
    }
    assert.deepEqual(await assigned(), [])
  })
})

/** One field that is refused hides what the others would do: half of them at a time, each alone and all together in the deep run. */
function inParts<Field>(fields: Field[]): Field[][] {
  const count = repeats(2, fields.length)
  const parts = Array.from({ length: count }, (_part, part) =>
    fields.filter((_field, n) => n % count === part)
  )
  return isDeep ? [...parts, fields] : parts
}

/** Tables in which a value of ours has arrived. */
async function assigned(): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'sessions'`
  )
  const written = tables.map(
    ({ name }) => `select '${name}' as name where exists (
      select from "${name}" t where t::text like any (array['%${NUMBER}%', '%${TEXT}%', '%1999-09-09%']))`
  )
  const found = await sql<{ name: string }>(written.join(' union all '))
  return found.map(({ name }) => name)
}
