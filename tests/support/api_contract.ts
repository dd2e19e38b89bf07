import type { ApiResponse } from '@japa/api-client'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { openApiDocument } from '#app/platform/openapi/document'

type Schema = Record<string, unknown>
type Described = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)

let document: ReturnType<typeof openApiDocument> | undefined

/** The description of the API; routes are known only once the server has booted. */
export function apiDocument() {
  if (!document) ajv.addSchema((document = openApiDocument('http://localhost')), 'api')
  return document
}

/**
 * Fails when an answer is not what the API description promises for that path
 * pattern (as written in the document), method and status.
 */
export function assertDescribed(path: string, method: string, response: ApiResponse) {
  const status = String(response.status())
  const operation = (apiDocument().paths[path] as Record<string, Described>)?.[method]
  if (!operation) throw new Error(`${method} ${path} is not described`)
  const described = operation.responses[status]
  if (!described) throw new Error(`${method} ${path} does not promise ${status}`)
  if (!described.content) return
  const [[type, { schema }]] = Object.entries(described.content)
  if (!response.type().startsWith(type)) {
    throw new Error(`${path} answered ${response.type()}, not ${type}`)
  }
  const resolved = '$ref' in schema ? { $ref: `api${schema.$ref as string}` } : schema
  if (!ajv.validate(resolved, response.body())) {
    throw new Error(`${method} ${path}: ${ajv.errorsText(ajv.errors)}`)
  }
}
