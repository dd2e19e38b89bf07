import vine from '@vinejs/vine'
import { id, text } from '#app/platform/http/input'

/** Lists that keep views and preferences: the part of their address behind `/admin/`. */
const PAGES = ['products'] as const

export const savedViewValidator = vine.create({
  page: vine.enum(PAGES),
  name: text({ max: 60 }),
  query: text({ max: 2_000 }).nullable().optional(),
  shared: vine.literal('1').optional(),
})

/** The same for programs. */
export const programViewValidator = vine.create({
  page: vine.enum(PAGES),
  name: text({ max: 60 }),
  query: text({ min: 0, max: 2_000 }).optional(),
  isShared: vine.boolean({ strict: true }).optional(),
})

/** Which list. */
export const listValidator = vine.create({ page: vine.enum(PAGES) })

export const savedViewIdValidator = vine.create({ id: id() })

export const preferencesValidator = vine.create({
  page: vine.enum(PAGES),
  columns: vine
    .array(text({ max: 40 }))
    .maxLength(40)
    .optional(),
  compact: vine.literal('1').optional(),
  query: text({ max: 2_000 }).nullable().optional(),
})

/** The same for programs; what is left out stays. */
export const programPreferencesValidator = vine.create({
  columns: vine
    .array(text({ max: 40 }))
    .maxLength(40)
    .optional(),
  isCompact: vine.boolean({ strict: true }).optional(),
})
