import type { SchemaTypes } from '@vinejs/vine/types'

type JsonSchema = {
  type?: string | string[]
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
}

const MARK = 'x-left-out'

/** Of a member that some answers leave out, though it may be null where it is: `.meta(LEFT_OUT)`. */
export const LEFT_OUT = { [MARK]: true }

/** What an answer promises: whoever sends something may leave out what may be null, an answer says so. */
export const answerSchema = (answer: SchemaTypes) => withNulls(answer.toJSONSchema()) as object

function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name]) => name !== MARK)
  const told = Object.fromEntries(members.map(([name, member]) => [name, withNulls(member)]))
  return 'properties' in value ? { ...told, required: requiredIn(value as JsonSchema) } : told
}

function requiredIn({ properties = {}, required = [] }: JsonSchema): string[] {
  const isThere = ([name, member]: [string, JsonSchema]) =>
    !(MARK in member) && (required.includes(name) || mayBeNull(member))
  return Object.entries(properties)
    .filter(isThere)
    .map(([name]) => name)
}

const mayBeNull = ({ type, anyOf }: JsonSchema): boolean =>
  [type].flat().includes('null') || anyOf?.some(mayBeNull) === true
