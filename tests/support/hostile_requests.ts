import fc from 'fast-check'
import { apiDocument } from '#tests/support/api_contract'
import { type Existing, existingFor } from '#tests/support/hostile_targets'

type Schema = Record<string, unknown>
type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
}
type Described = {
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** A request to try: against which described path, and how. */
export type HostileRequest = {
  path: string
  method: string
  url: string
  body?: string | Uint8Array
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

type Operation = { path: string; method: string; described: Described }

/** Every described operation. */
export const operations = (): Operation[] =>
  Object.entries(apiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      path,
      method,
      described: inAddress(described as Described),
    }))
  )

/** Headers are sent by whoever asks. */
const inAddress = (described: Described): Described => ({
  ...described,
  parameters: described.parameters.filter(({ in: place }) => place !== 'header'),
})

/** Requests against every described operation: well-formed ones, mutated ones and nonsense. */
export const hostileRequests = (existing: Existing): fc.Arbitrary<HostileRequest> =>
  fc.constantFrom(...operations()).chain((operation) => requestsTo(operation, existing))

/** The same against one operation. */
export function requestsTo(
  { path, method, described }: Operation,
  existing: Existing
): fc.Arbitrary<HostileRequest> {
  const known = existingFor(path, method, existing)
  const free = described.parameters.filter(({ required }) => !required)
  return fc
    .record({
      values: fc.tuple(
        ...described.parameters.map((parameter) => parameterValue(parameter, known))
      ),
      // What a filter by name asks about, apart from what it asks: each may be nonsense alone.
      names: fc.tuple(...described.parameters.map(() => fc.oneof(attributeCode, nastyText))),
      // With every filter at once nothing would ever get through.
      asked: fc.subarray(free, { maxLength: Math.min(4, free.length) }),
      extra: fc.option(fc.tuple(nastyText, nastyText), { freq: 5 }),
      body: described.requestBody
        ? bodyOf(path, described.requestBody.content, known)
        : fc.constant(undefined),
      headers: nastyHeaders(method, FORM in (described.requestBody?.content ?? {})),
    })
    .map(({ values, names, asked, extra, body, headers }) => ({
      path,
      method,
      url: address(
        path,
        described.parameters,
        values.map((value, at) => {
          const parameter = described.parameters[at]
          return parameter.required || asked.includes(parameter) ? value : undefined
        }),
        names,
        extra ?? undefined
      ),
      body,
      headers,
    }))
}

function parameterValue(
  { name, in: place, schema }: Parameter,
  existing: Existing
): fc.Arbitrary<string | undefined> {
  if (place === 'path') {
    return fc.oneof(
      { weight: 3, arbitrary: plausible(name, schema, existing).map(String) },
      { weight: 1, arbitrary: nastyText }
    )
  }
  if (name === 'cursor') {
    return fc.oneof(fc.constant(existing.cursor), tampered(existing.cursor), nastyText)
  }
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: plausible(name, valueOf(schema), existing).map(String) },
    { weight: 2, arbitrary: nastyText }
  )
}

/** In an address values by names are given one by one. */
const valueOf = (schema: Schema) => (schema.additionalProperties ?? schema) as Schema

/** A cursor that we gave, with another place in it. */
const tampered = (cursor: string) =>
  fc
    .tuple(fc.constantFrom('3000000000', '"2026-02-30"', '"1e999"', 'null'), fc.boolean())
    .map(([value, isId]) => {
      const [said, ...seal] = cursor.split('.')
      const place = Buffer.from(said, 'base64url').toString()
      const changed = place.replace(
        isId ? /[^,]+\]/ : /\[[^,]+,/,
        isId ? `${value}]` : `[${value},`
      )
      return [Buffer.from(changed).toString('base64url'), ...seal].join('.')
    })

/** A value of the right type, now and then of the right range, or of something that exists. */
function plausible(name: string, schema: Schema, existing: Existing): fc.Arbitrary<unknown> {
  if (name in existing) {
    const value = existing[name as keyof Existing]
    return fc.constant(schema.type === 'integer' ? Number(value) : value)
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (name === 'postalCode') return fc.constantFrom('3021', '12')
  if (schema.type === 'integer') {
    return fc.oneof(fc.integer({ min: -2, max: 120 }), fc.constantFrom(10_000, 2 ** 31, 2 ** 53))
  }
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'array') {
    const item = plausible(name, (schema.items ?? {}) as Schema, existing)
    return fc.array(item, { minLength: 1, maxLength: 3 })
  }
  if (schema.type === 'object') {
    const { properties, additionalProperties } = schema as {
      properties?: Record<string, Schema>
      additionalProperties?: Schema
    }
    if (!properties && additionalProperties) return byAnyName(name, additionalProperties, existing)
    if (!properties) return fc.constant('x')
    const members = Object.entries(properties).map(([key, member]) => [
      key,
      plausible(key, member, existing),
    ])
    return fc.record<Record<string, unknown>>(Object.fromEntries(members))
  }
  return fc.constantFrom('bosch', 'freinage', 'freinage/plaquettes', 'SKU-1', 'true', '1')
}

const attributeCode = fc.constantFrom('largeur_mm', 'cote', 'position')

/** Values by names that are made up: hostile names carry plain values, too. */
const byAnyName = (name: string, value: Schema, existing: Existing) =>
  fc.dictionary(
    fc.oneof({ weight: 3, arbitrary: attributeCode }, { weight: 1, arbitrary: nastyText }),
    plausible(name, value, existing),
    { maxKeys: 3 }
  )

const FORM = 'multipart/form-data'
const BOUNDARY = 'hostile'

function bodyOf(path: string, content: Record<string, { schema: Schema }>, existing: Existing) {
  if (path.endsWith('/remittances')) return fc.oneof(formText, remittanceForm)
  if (path.endsWith('/images')) return fc.oneof(formText, fc.constant(pictureForm))
  if (path.endsWith('/orders/{number}/edits'))
    return fc.oneof(bodyText(content['application/json'].schema, existing), orderEdit(existing))
  return FORM in content ? formText : bodyText(content['application/json'].schema, existing)
}

/** A form with a file: mostly as it should be, now and then a file that is none, or no form at all. */
const formText: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.uuid().map((sku) => form(`sku,name,price\r\n${sku},Un,1\r\n`)),
  },
  { weight: 3, arbitrary: nastyText.map((text) => form(text)) },
  { weight: 1, arbitrary: nastyText.map((name) => form('sku,price\r\nA,1\r\n', name)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<string>(...NASTY, '{"\\u0000":"sku"}', '{"\\ud800":"sku"}', '{"a":"\\u0000"}')
      .map((mapping) => form('a,b\r\n1,2\r\n', 'x.csv', mapping)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '--', `--${BOUNDARY}`, `--${BOUNDARY}\r\n\r\n`) }
)

/** Something else than was ordered: an edit that changes nothing is refused. */
const orderEdit = ({ cartSku }: Existing) =>
  fc
    .integer({ min: 1, max: 9 })
    .map((quantity) =>
      JSON.stringify({ reason: 'au téléphone', lines: [{ sku: cartSku, quantity }] })
    )

/** A courier's file with its paper. */
const remittanceForm = fc.uuid().map((document) => {
  const part = (disposition: string, text: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`
  return [
    part('name="carrier"', 'Aramex'),
    part('name="document"', document),
    part('name="file"; filename="bv.csv"', `tracking,amount\r\n${document},10.000\r\n`),
    `--${BOUNDARY}--\r\n`,
  ].join('')
})

/** A form with a picture of one pixel. */
const pictureForm = Buffer.concat([
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\n\r\n`
  ),
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  ),
  Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
])

function form(file: string, name = 'list.csv', mapping?: string): string {
  const part = (disposition: string, text: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`
  const fields = mapping === undefined ? '' : part('name="mapping"', mapping)
  return `${fields}${part(`name="file"; filename="${name}"`, file)}--${BOUNDARY}--\r\n`
}

function bodyText(schema: Schema, existing: Existing): fc.Arbitrary<string | Uint8Array> {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  const right = (name: string, member: Schema) => {
    // A new product has a number of its own; what is bought has one already.
    if (name === 'sku' && 'quantity' in properties) return fc.constant(existing.cartSku)
    // Nor is a group called by the code of another.
    if (name === 'code' && Object.keys(properties).length === 2) return groupCode
    if ('percentOff' in properties) return ofPriceRule(name, existing)
    if (name === 'sku') return fc.uuid()
    // Names that nothing else may have are gone once they are given.
    if (name === 'name' || name === 'trackingNumber') return fc.uuid()
    // From one place to another, not from a product.
    if (name === 'from' && 'to' in properties) return fc.constant(existing.location)
    // Somebody new has an address of their own.
    if (name === 'email' && 'fullName' in properties)
      return fc.uuid().map((one) => `${one}@shabou.test`)
    return plausible(name, member, existing)
  }
  const least = required.map((name) => [name, right(name, properties[name])])
  const shaped = (wrong: number, requiredKeys: string[]) => {
    const members = Object.entries(properties).map(([name, member]) => [
      name,
      fc.oneof(
        { weight: 12, arbitrary: right(name, member) },
        { weight: wrong, arbitrary: nastyJson }
      ),
    ])
    return fc.record<Record<string, unknown>>(Object.fromEntries(members), { requiredKeys })
  }
  const asText = (value: unknown) => JSON.stringify(value) ?? ''
  return fc.oneof(
    { weight: 7, arbitrary: fc.record<object>(Object.fromEntries(least)).map(asText) },
    { weight: 4, arbitrary: shaped(1, required).map(asText) },
    { weight: 4, arbitrary: shaped(6, []).map(asText) },
    { weight: 2, arbitrary: nastyJson.map(asText) },
    { weight: 2, arbitrary: fc.constantFrom<string | Uint8Array>(...UNREADABLE) }
  )
}

const groupCode = fc.uuid().map((one) => `g_${one.replaceAll('-', '_')}`)

/** A rule is about one thing, and says one thing of it. */
const ofPriceRule = (name: string, { ruleSku }: Existing): fc.Arbitrary<unknown> => {
  if (name === 'sku') return fc.constant(ruleSku)
  return name === 'percentOff' ? fc.integer({ min: 1, max: 99 }) : fc.constant(null)
}

/** Bodies that are no JSON object, or too much of one. */
const UNREADABLE = [
  '',
  '{',
  '[[[',
  'null',
  '"text"',
  '[]',
  '{"a":1e400}',
  '['.repeat(5_000),
  `{"name":${'['.repeat(1_000)}${']'.repeat(1_000)}}`,
  `{"name":"${'x'.repeat(1_200_000)}"}`,
  `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
  '{"a":"\\u0000"}',
  '\ufeff{}',
  Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{"name":"x"}', 'utf16le'),
]

function nastyHeaders(method: string, isForm: boolean): fc.Arbitrary<Record<string, string>> {
  const json = { 'content-type': isForm ? `${FORM}; boundary=${BOUNDARY}` : 'application/json' }
  const usual = method === 'get' ? {} : json
  const odd = [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { ...json, 'content-encoding': 'gzip' },
    { ...json, 'content-encoding': 'br' },
    { ...json, 'content-encoding': 'zstd' },
    { ...usual, 'accept-language': 'xx-,;q=9' },
    { ...usual, 'accept-encoding': 'br;q=0, *' },
    { ...usual, 'if-none-match': 'W/"x", *' },
    { ...usual, 'if-match': 'abc' },
    { ...usual, 'if-match': '"999999"' },
    { ...usual, 'x-request-id': 'a b\tc' },
    { ...usual, accept: 'text/html' },
    { ...usual, authorization: 'Bearer x.y.z' },
  ] as Record<string, string>[]
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<Record<string, string>>(usual) },
    fc.constantFrom(...odd)
  )
}

function address(
  path: string,
  parameters: Parameter[],
  values: (string | undefined)[],
  names: string[],
  extra?: [string, string]
): string {
  let url = path
  const query: string[] = []
  for (const [index, { name, in: place, schema }] of parameters.entries()) {
    const value = values[index]
    if (place === 'path') url = url.replace(`{${name}}`, encode(value ?? '') || 'x')
    else if (value !== undefined) {
      const key = schema.type === 'object' ? `${name}[${encode(names[index])}]` : name
      query.push(`${key}=${encode(value)}`)
    }
  }
  if (extra) query.push(`${encode(extra[0])}=${encode(extra[1])}`)
  return query.length > 0 ? `${url}?${query.join('&')}` : url
}

/** Percent sequences go through as they are: broken ones are part of the attack. */
const encode = (text: string) =>
  text.toWellFormed().replace(/[^\w%.~-]/gu, (character) => encodeURIComponent(character))
