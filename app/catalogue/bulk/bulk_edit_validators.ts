import vine from '@vinejs/vine'
import { BULK_KINDS } from '#app/catalogue/bulk/bulk_change'
import { id, key, text } from '#app/platform/http/input'

/** What was chosen in the list, and what is to change. */
export const bulkEditValidator = vine.create({
  kind: vine.enum(BULK_KINDS),
  ids: vine.array(id()).maxLength(100).optional(),
  all: vine.literal('1').optional(),
  filter: text({ max: 2_000 }).nullable().optional(),
})

/** The same for programs: keys of products, or a whole list as the query string of its address. */
export const bulkChoiceValidator = vine.create({
  kind: vine.enum(BULK_KINDS),
  ids: vine.array(key()).minLength(1).maxLength(1_000).optional().requiredIfMissing('filter'),
  filter: text({ min: 0, max: 2_000 }).optional(),
})

export const bulkEditIdValidator = vine.create({ id: id() })
