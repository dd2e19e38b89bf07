import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { digits, id, paging, personName, text } from '#app/platform/http/input'
import { LOCALES } from '#app/platform/http/locale'

const roleKey = () => text({ max: 40 })

export const staffIdValidator = vine.create({ id: id() })

/** Everybody by name, or only those who may log in, or may not. */
export const staffListValidator = vine.create({
  state: vine.enum(['active', 'disabled'] as const).optional(),
  ...paging(),
})

/** Somebody new: they choose their password with the link that they are sent. */
export const newStaffValidator = vine.create({
  email: text({ max: 254 }).email(),
  fullName: personName(),
  role: roleKey(),
})

/** What may change about somebody; `disabled` ends every login and refuses new ones. */
export const staffPatchValidator = vine.create({
  fullName: personName().optional(),
  role: roleKey().optional(),
  locale: vine.enum(LOCALES).optional(),
  disabled: vine.boolean({ strict: true }).optional(),
})

/** The same as a form has it, with the version that the reader saw. */
export const staffFormValidator = vine.create({
  fullName: personName(),
  role: roleKey(),
  version: digits(),
})

export type StaffListQuery = Infer<typeof staffListValidator>
export type StaffPatch = Infer<typeof staffPatchValidator>
