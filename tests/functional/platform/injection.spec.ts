import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { someOf } from '#tests/depth'
import { apiDocument } from '#tests/support/api_contract'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { apiTokens } from '#tests/support/api_tokens'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
/** What an injected `pg_sleep` would take: far longer than any answer on a slow machine. */
const SLEEP = 30

/** What a parameter that ends in a statement would be abused with. */
const PAYLOADS = [
  `'`,
  `"`,
  `\\`,
  `';`,
  `' or '1'='1`,
  `') or ('1'='1`,
  `id;drop table products`,
  `'; drop table products; --`,
  `(select pg_sleep(${SLEEP}))`,
  `1;select pg_sleep(${SLEEP})`,
  `name desc,pg_sleep(${SLEEP})`,
  `' || pg_sleep(${SLEEP}) || '`,
  `1 union select version()`,
  `' union select version() --`,
  `price desc`,
  `price;`,
  `password`,
  `price, (select password from staff_members limit 1)`,
  `case when (1=1) then price else name end`,
  `$1`,
  `?`,
  `::int`,
  `/**/price`,
  `%' and 1=1 --`,
  '%_%'.repeat(1_000),
  `1e9`,
  `999999999999999999999`,
  `{"a":1}`,
  `{$gt:1}`,
  `null`,
]

const LEAK = /syntax error|PostgreSQL|pg_|relation "|column "/i

/** Answers say what they were asked, and where. */
const withoutQuestion = (text: string, payload: string) =>
  text
    .replaceAll(JSON.stringify(payload.trim()).slice(1, -1), '')
    .replace(/"instance":"(?:[^"\\]|\\.)*"/, '')

test.group('Injection', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('SEC-04: every query parameter of every list takes its own values or answers 422', async ({
    assert,
  }) => {
    const category = await createCategory('freinage/plaquettes')
    for (let n = 0; n < 3; n++) await createProduct({ category })
    await seeChanges()
    const tokens = await apiTokens()
    const parameters = Object.entries(apiDocument().paths).flatMap(([path, { get }]) =>
      ((get as { parameters?: { in: string; name: string }[] })?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name }) => [name, `${name}[]`, `${name}[a]`, `${name}[0][b]`])
        .map((name) => ({ path: path.replace(/\{\w+\}/g, '1'), name }))
    )
    assert.isAbove(parameters.length, 80)

    let refused = 0
    for (const [turn, { path, name }] of parameters.entries()) {
      const answers = someOf(PAYLOADS, name.endsWith(']') ? 1 : 7, turn).map(async (payload) => {
        const query = new URLSearchParams({ [name]: payload })
        const started = performance.now()
        const headers = { authorization: `Bearer ${tokens.of(path)}` }
        const response = await fetch(`${BASE}${path}?${query}`, { headers })
        return { payload, response, ms: performance.now() - started, text: await response.text() }
      })
      for (const { payload, response, ms, text } of await Promise.all(answers)) {
        const what = `${path}?${name}=${payload.slice(0, 80)}`
        assert.oneOf(response.status, [200, 404, 422], what)
        assert.isBelow(ms, SLEEP * 1_000, what)
        assert.notMatch(withoutQuestion(text, payload), LEAK, what)
        if (response.status === 422) refused++
      }
    }
    assert.isAbove(refused, parameters.length)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: 3 }])
  }).timeout(900_000)

  test('SEC-04: every parameter in a path names something that is there or is answered 404', async ({
    assert,
  }) => {
    await createProduct()
    const tokens = await apiTokens()
    const parameters = Object.entries(apiDocument().paths).flatMap(([path, { get }]) =>
      get ? [...path.matchAll(/\{\w+\}/g)].map(([parameter]) => ({ path, parameter })) : []
    )
    assert.isAbove(parameters.length, 40)

    for (const [turn, { path, parameter }] of parameters.entries()) {
      const answers = someOf(PAYLOADS, 7, turn).map(async (payload) => {
        const place = path
          .replace(parameter, () => encodeURIComponent(payload))
          .replace(/\{\w+\}/g, '1')
        const started = performance.now()
        const headers = { authorization: `Bearer ${tokens.of(path)}` }
        const response = await fetch(BASE + place, { headers })
        return { payload, response, ms: performance.now() - started, text: await response.text() }
      })
      for (const { payload, response, ms, text } of await Promise.all(answers)) {
        const what = `${path} with ${payload.slice(0, 80)} as ${parameter}`
        assert.oneOf(response.status, [404, 422], `${what}: ${text.slice(0, 300)}`)
        assert.isBelow(ms, SLEEP * 1_000, what)
        assert.notMatch(withoutQuestion(text, payload), LEAK, `${what}: ${text}`)
      }
    }
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: 1 }])
  }).timeout(900_000)

  test('SEC-04: no page is larger than a hundred rows', async ({ assert, client }) => {
    const tokens = await apiTokens()
    const lists = Object.entries(apiDocument().paths).filter(([, { get }]) =>
      (get as { parameters?: { name: string }[] })?.parameters?.some(({ name }) => name === 'limit')
    )
    assert.isAbove(lists.length, 3)
    for (const [path] of lists) {
      const list = client.get(path.replace(/\{\w+\}/g, '1')).bearerToken(tokens.of(path))
      const response = await list.qs({ limit: 101 })
      response.assertStatus(422)
    }
  })
})
