import fc from 'fast-check'
import { apiDocument } from '#tests/support/api_contract'

type Schema = Record<string, unknown>
type Parameter = { name: string; in: 'path' | 'query'; schema: Schema }
type Described = {
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** A request to try: against which described path, and how. */
export type HostileRequest = {
  path: string
  method: string
  url: string
  body?: string
  headers: Record<string, string>
}

/** Values that have broken somebody's software. */
const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  'NaN',
  '9007199254740993',
  '99999999999999999999',
  'null',
  'true',
  '\0',
  '%',
  '%00',
  '%ff',
  '%ED%A0%80',
  "'",
  "';drop table products--",
  '(select pg_sleep(5))',
  'price desc,pg_sleep(5)',
  '../../etc/passwd',
  '%_%'.repeat(100),
  '__proto__',
  'constructor',
  '🚗',
  'é'.normalize('NFD'),
  '‮abc',
  '١٢٣',
  'a'.repeat(5_000),
  '{{7*7}}',
  '<script>alert(1)</script>',
  'AAAA',
  'W10',
  'WzEsMiwzXQ',
]

const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }))

const nastyJson = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom<unknown>(
    [],
    {},
    null,
    -1,
    1e308,
    2 ** 53,
    'x'.repeat(30_000),
    '\ud800',
    '\0',
    ...NASTY
  )
)

/** Requests against every described route: well-formed ones, mutated ones and nonsense. */
export function hostileRequests(): fc.Arbitrary<HostileRequest> {
  const operations = Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      path,
      method,
      described: described as Described,
    }))
  )
  return fc.constantFrom(...operations).chain(({ path, method, described }) =>
    fc
      .record({
        values: fc.tuple(...described.parameters.map(parameterValue)),
        extra: fc.option(fc.tuple(nastyText, nastyText), { freq: 5 }),
        body: described.requestBody
          ? bodyText(described.requestBody.content['application/json'].schema)
          : fc.constant(undefined),
        headers: nastyHeaders(method),
      })
      .map(({ values, extra, body, headers }) => ({
        path,
        method,
        url: address(path, described.parameters, values, extra ?? undefined),
        body,
        headers,
      }))
  )
}

function parameterValue({ schema }: Parameter): fc.Arbitrary<string | undefined> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: plausible(schema).map(String) },
    { weight: 2, arbitrary: nastyText }
  )
}

/** A value of the right type, now and then of the right range. */
function plausible(schema: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (schema.type === 'integer') return fc.integer({ min: -2, max: 120 })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'object') return fc.constant('x')
  return fc.constantFrom('bosch', 'freinage', 'freinage/plaquettes', 'SKU-1', 'true', '1')
}

function bodyText({ properties = {} }: Schema): fc.Arbitrary<string> {
  const members = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
    name,
    fc.oneof({ weight: 2, arbitrary: plausible(schema) }, nastyJson),
  ])
  const shaped = fc.record(Object.fromEntries(members), { requiredKeys: [] })
  return fc.oneof(
    { weight: 6, arbitrary: shaped.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: nastyJson.map((value) => JSON.stringify(value) ?? '') },
    fc.constantFrom('', '{', '[[[', '{"a":1e400}', `${'['.repeat(5_000)}`, '{"a":"\\u0000"}', '﻿{}')
  )
}

function nastyHeaders(method: string): fc.Arbitrary<Record<string, string>> {
  const json = { 'content-type': 'application/json' }
  const type: Record<string, string>[] = method === 'get' ? [{}] : [{}, json]
  return fc.constantFrom<Record<string, string>[]>(
    ...type,
    ...type,
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'accept-language': 'xx-,;q=9' },
    { 'if-none-match': 'W/"x", *' },
    { 'if-match': 'abc' },
    { 'x-request-id': 'a b\tc' },
    { accept: 'text/html' },
    { authorization: 'Bearer x.y.z' }
  )
}

function address(
  path: string,
  parameters: Parameter[],
  values: (string | undefined)[],
  extra?: [string, string]
): string {
  let url = path
  const query: string[] = []
  for (const [index, { name, in: place, schema }] of parameters.entries()) {
    const value = values[index]
    if (place === 'path') url = url.replace(`{${name}}`, encode(value ?? '1') || '1')
    else if (value !== undefined) {
      const key = schema.type === 'object' ? `${name}[${encode(value)}]` : name
      query.push(`${key}=${encode(value)}`)
    }
  }
  if (extra) query.push(`${encode(extra[0])}=${encode(extra[1])}`)
  return query.length > 0 ? `${url}?${query.join('&')}` : url
}

/** Percent sequences go through as they are: broken ones are part of the attack. */
const encode = (text: string) =>
  text.toWellFormed().replace(/[^\w%.~-]/gu, (character) => encodeURIComponent(character))
