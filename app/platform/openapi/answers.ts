import vine from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'

/** `{ "data": … }` */
export const one = (data: SchemaTypes) => vine.object({ data })

/** `{ "data": […], "meta": { limit, nextCursor } }` */
export const page = (item: SchemaTypes) =>
  vine.object({
    data: vine.array(item),
    meta: vine.object({ limit: count(), nextCursor: vine.string().nullable() }),
  })

/** A text in an answer. */
export const text = () => vine.string()

/** A whole number in an answer. */
export const count = () => vine.number().meta({ type: 'integer' })

/** True or false in an answer. */
export const truth = () => vine.boolean().meta({ type: 'boolean' })

/** An instant, ISO 8601 in UTC. */
export const instant = () => vine.string().meta({ type: 'string', format: 'date-time' })
