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

/** An answer as it came over the wire. */
export interface Answer {
  status: number
  type: string
  body: unknown
}

/**
 * What is wrong with an answer, by the API description of that path pattern (as written in the
 * document), method and status; undefined when nothing is.
 */
export function complaintAbout(path: string, method: string, answer: Answer): string | undefined {
  const operation = (apiDocument().paths[path] as Record<string, Described>)?.[method]
  if (!operation) return `${method} ${path} is not described`
  const described = operation.responses[String(answer.status)]
  if (!described) return `${method} ${path} does not promise ${answer.status}`
  if (!described.content) return undefined
  const [type] = Object.keys(described.content)
  if (!answer.type.startsWith(type)) return `${path} answered ${answer.type}, not ${type}`
  const place = ['paths', path, method, 'responses', String(answer.status), 'content', type]
  const accepts = ajv.getSchema(referenceTo([...place, 'schema']))!
  if (accepts(answer.body)) return undefined
  return `${method} ${path}: ${ajv.errorsText(accepts.errors)}`
}

/** A JSON pointer into the document, from which shapes it names are found. */
const referenceTo = (place: string[]) =>
  `api#/${place.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

/** Fails when an answer is not what the API description promises. */
export function assertDescribed(path: string, method: string, response: ApiResponse) {
  const answer = { status: response.status(), type: response.type(), body: response.body() }
  const complaint = complaintAbout(path, method, answer)
  if (complaint) throw new Error(complaint)
}
