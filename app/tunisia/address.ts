import vine from '@vinejs/vine'
import { emptyIsNone, text } from '#app/platform/http/input'

/** Where something goes, and to whom. `governorate` is a code of ISO 3166-2, `delegation` its French name, `phone` in E.164. */
export type Address = {
  fullName: string
  phone: string
  governorate: string
  delegation: string
  address: string
  postalCode: string | null
  notes: string | null
}

/** An address as somebody types it; `readAddress` knows its places. */
export const addressInput = () => ({
  fullName: text({ min: 3, max: 100 }),
  phone: text({ max: 30 }),
  governorate: text({ max: 60 }),
  delegation: text({ max: 60 }),
  address: text({ min: 3, max: 300 }),
  postalCode: text({ max: 4 })
    .regex(/^\d{4}$/)
    .parse(emptyIsNone)
    .optional(),
  notes: text({ max: 500 }).parse(emptyIsNone).optional(),
})

export const addressValidator = vine.create(addressInput())

/** An address in an answer. */
export const addressFields = () => ({
  fullName: vine.string(),
  phone: vine.string(),
  governorate: vine.string(),
  delegation: vine.string(),
  address: vine.string(),
  postalCode: vine.string().nullable(),
  notes: vine.string().nullable(),
})
