import vine from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import { answerSchema } from '#app/platform/openapi/answer_schema'

type Validator = { toJSONSchema(): object }

/** What the description of a route is made from: the validators it uses and the shape of its answer. */
export type Operation = {
  summary: string
  tag: string
  params?: Validator
  query?: Validator
  body?: Validator
  /** What PUT takes, where the route has PATCH as well: the whole thing. */
  whole?: Validator
  /** The fields of a multipart body that also carries a part `file`. */
  upload?: Validator
  /** The shape of a successful answer; none for 204. */
  answer?: SchemaTypes
  /** Several, where the same answer may stand for more done or less; 200 otherwise. */
  status?: number | number[]
  contentType?: string
  /** It carries a tag; who has it already is told so: 304. */
  tagged?: boolean
  /** Former addresses lead to the present one: 301. */
  moves?: boolean
  /** Statuses of problems, besides those every route may answer with. */
  problems?: number[]
  /** Only for staff, with an access token. */
  staff?: boolean
  /** It has its effect once by its `Idempotency-Key`, all in one commit: with a key only, or also without. */
  answersOnce?: 'required' | 'optional'
  /** For customers alone, with an access token, or for guests as well. */
  customer?: 'required' | 'optional'
}

const operations = new Map<string, Operation>()

/** Registers the descriptions of a feature's routes, by route name. */
export function describeRoutes(described: Record<string, Operation>) {
  for (const [route, operation] of Object.entries(described)) operations.set(route, operation)
}

const schemas = new Map<string, SchemaTypes>()

/** Registers a shape that answers refer to by its name, such as one that has itself for members. */
export function describeSchema(name: string, schema: SchemaTypes) {
  schemas.set(name, schema)
}

/** A place of a shape with that name. */
export const named = (name: string) => vine.any().meta({ $ref: `#/components/schemas/${name}` })

export const namedSchemas = () =>
  Object.fromEntries([...schemas].map(([name, schema]) => [name, answerSchema(schema)]))

export const operationOf = (route: string) => operations.get(route)
