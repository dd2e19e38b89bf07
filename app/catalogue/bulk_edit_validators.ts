import vine from '@vinejs/vine'
import { BULK_KINDS } from '#app/catalogue/bulk_change'
import { digits, id, paging, text } from '#app/platform/http/input'

/** What was chosen in the list, and what is to change. */
export const bulkEditValidator = vine.create({
  kind: vine.enum(BULK_KINDS),
  ids: vine
    .array(digits({ min: 1, max: 2_147_483_647 }))
    .maxLength(100)
    .optional(),
  all: vine.literal('1').optional(),
  filter: text({ max: 2_000 }).nullable().optional(),
})

export const bulkEditIdValidator = vine.create({ id: id() })

export const bulkEditListValidator = vine.create({ cursor: paging.cursor() })
