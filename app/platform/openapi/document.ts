import router from '@adonisjs/core/services/router'
import { LOCALES } from '#app/platform/http/locale'
import { isForMachines } from '#app/platform/http/machine_paths'
import { answerSchema } from '#app/platform/openapi/answer_schema'
import { namedSchemas, type Operation, operationOf } from '#app/platform/openapi/operation'
import { problemSchema } from '#app/platform/openapi/problem_schema'

type JsonSchema = Record<string, unknown>
type Route = { name: string; pattern: string; methods: string[]; replays: boolean }

/** Statuses that every described route may answer with. */
const COMMON_PROBLEMS = [429, 500, 503]

const SHOP_API = '/api/v1/'

/** The shop API speaks the language that is asked for; one it does not know is like none. */
const LOCALE = {
  name: 'locale',
  in: 'query',
  required: false,
  description: 'Before Accept-Language; French when neither names one of these',
  schema: { type: 'string', enum: LOCALES },
}

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an answer that is at hand',
  schema: { type: 'string' },
}

/** Routes that machines use: those the document must describe. */
export function describedRoutes(): Route[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => isForMachines(pattern))
    .map(({ name, pattern, methods, middleware }) => ({
      name: name ?? '',
      pattern,
      replays: [...middleware.all()].some((one) => 'name' in one && one.name === 'replay'),
      methods: methods.filter((method) => method !== 'HEAD'),
    }))
}

/**
 * The OpenAPI 3.1 document of every route, built from the validators that the
 * routes themselves use. Throws when a route has no description.
 */
export function openApiDocument(serverUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of describedRoutes()) {
    const operation = operationOf(route.name)
    if (!operation) throw new Error(`The route ${route.name || route.pattern} is not described`)
    const path = (paths[openApiPath(route.pattern)] ??= {})
    for (const method of route.methods) {
      path[method.toLowerCase()] = describe(route, method, operation)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shabou Auto Pièces',
      version: '1',
      description: 'Shop API under /api/v1, staff API under /api/admin. Money is in millimes.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: problemSchema, ...namedSchemas() },
      securitySchemes: {
        staffToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        customerToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  }
}

/** `/categories/*` takes a whole path; `:slug` becomes `{slug}`. */
const openApiPath = (pattern: string) => pattern.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{slug}')

function describe(route: Route, method: string, operation: Operation) {
  const body = (method === 'PUT' && operation.whole) || operation.body
  return {
    operationId: route.methods.length > 1 ? `${route.name}.${method.toLowerCase()}` : route.name,
    summary: operation.summary,
    tags: [operation.tag],
    ...security(operation),
    parameters: [
      ...parameters('path', operation.params),
      ...parameters('query', operation.query),
      ...(method === 'GET' && route.pattern.startsWith(SHOP_API) ? [LOCALE] : []),
      ...(method === 'POST' ? idempotencyKey(route, operation) : []),
      ...(operation.tagged ? [IF_NONE_MATCH] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: inputSchema(body) } },
      },
    }),
    ...(operation.upload && {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: uploadSchema(operation.upload) } },
      },
    }),
    responses: { ...success(operation), ...elsewhere(operation), ...problems(operation) },
  }
}

/** What creates something takes a key: whoever sends it again gets the same answer. */
function idempotencyKey({ replays }: Route, { answersOnce }: Operation) {
  if (!answersOnce && !replays) return []
  const schema = { type: 'string', minLength: 1, maxLength: 255 }
  const required = answersOnce === 'required'
  return [{ name: 'Idempotency-Key', in: 'header', required, schema }]
}

/** Whose token a route takes; an empty choice is that it may be left out. */
function security({ staff, customer }: Operation) {
  if (staff) return { security: [{ staffToken: [] }] }
  if (!customer) return {}
  return { security: [...(customer === 'optional' ? [{}] : []), { customerToken: [] }] }
}

function uploadSchema(fields: NonNullable<Operation['upload']>): JsonSchema {
  const { properties = {}, ...schema } = inputSchema(fields) as { properties?: JsonSchema }
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  return { ...schema, properties: { file, ...properties }, required: ['file'] }
}

function parameters(place: 'path' | 'query', validator: Operation['query']) {
  if (!validator) return []
  const { properties = {}, required = [] } = inputSchema(validator) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
    ...(schema.type === 'object' && { style: 'deepObject', explode: true }),
  }))
}

function success({ answer, status = 200, contentType = 'application/json' }: Operation) {
  const content = answer && { [contentType]: { schema: answerSchema(answer) } }
  return Object.fromEntries(
    [status].flat().map((code) => {
      const description = code === 204 ? 'Done; there is nothing to tell' : 'The answer'
      return [code, { description, ...(content && { content }) }]
    })
  )
}

/** Answers without a body: what was asked for is at another address, or at hand already. */
function elsewhere({ moves, tagged }: Operation) {
  const headers = { Location: { schema: { type: 'string' } } }
  return {
    ...(moves && { 301: { description: 'It has moved to the address in Location', headers } }),
    ...(tagged && { 304: { description: 'The answer with that ETag is still right' } }),
  }
}

function problems(operation: Operation) {
  const statuses = new Set([...COMMON_PROBLEMS, ...(operation.problems ?? [])])
  const body = operation.body ?? operation.upload
  if (operation.query || operation.params || body) statuses.add(422)
  if (operation.params) statuses.add(404)
  if (body) for (const status of [400, 413, 415]) statuses.add(status)
  if (operation.staff) for (const status of [401, 403]) statuses.add(status)
  if (operation.customer) statuses.add(401)
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...statuses].sort().map((status) => [status, { description: 'A problem (RFC 9457)', content }])
  )
}

/** Vine drops unknown members of what it is sent rather than refuse them: so says the document. */
function inputSchema(validator: NonNullable<Operation['query']>): JsonSchema {
  return withoutRefusals(validator.toJSONSchema()) as JsonSchema
}

function withoutRefusals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRefusals)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !(key === 'additionalProperties' && entry === false))
      .map(([key, entry]) => [key, withoutRefusals(entry)])
  )
}
