import vine from '@vinejs/vine'
import { id, text } from '#app/platform/http/input'

/** The public name of a thing in an address. */
export const slugValidator = vine.create({ slug: text({ max: 300 }) })

/** The vehicle that a product page is asked about. */
export const productPageValidator = vine.create({ vehicle: id().optional() })
