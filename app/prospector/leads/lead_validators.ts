import vine from '@vinejs/vine'
import { id, paging, text } from '#app/platform/http/input'
import { LEAD_STATUSES } from '#app/prospector/leads/lead_status'
import { SEGMENTS, SOURCE_NAMES } from '#app/prospector/sources/finding'
import { GOVERNORATES } from '#app/tunisia/governorates'

export const BANDS = ['A', 'B', 'C', 'D'] as const
export const GOVERNORATE_CODES = GOVERNORATES.map(({ code }) => code)

const NOTES = 2_000

export const leadIdValidator = vine.create({ id: id() })

export const leadListValidator = vine.create({
  q: text({ max: 100 }).optional(),
  status: vine.enum(LEAD_STATUSES).optional(),
  band: vine.enum(BANDS).optional(),
  segment: vine.enum(SEGMENTS).optional(),
  governorate: vine.enum(GOVERNORATE_CODES).optional(),
  source: vine.enum(SOURCE_NAMES).optional(),
  ...paging(),
})

/** A move, a note, or both. */
export const leadPatchValidator = vine.create({
  status: vine.enum(LEAD_STATUSES).optional(),
  notes: text({ max: NOTES }).nullable().optional(),
})
