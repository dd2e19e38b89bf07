import { column } from '@adonisjs/lucid/orm'
import { AttributeSchema } from '#database/schema'

export const ATTRIBUTE_KINDS = ['text', 'number', 'choice', 'boolean'] as const
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number]

/** A value that a sheet may choose. It is kept, imported and filtered by its French name. */
export type Choice = { value: string; ar: string | null; en: string | null }

/** What sheets say about parts, such as a diameter in millimetres. */
export default class Attribute extends AttributeSchema {
  @column()
  declare kind: AttributeKind

  @column({ prepare: (value) => JSON.stringify(value) })
  declare choices: Choice[]
}
