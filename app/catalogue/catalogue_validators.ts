import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

export const brandValidator = vine.create({ slug: text({ max: 200 }) })

/** A category's address is its whole path: the route hands it over in pieces. */
export const categoryValidator = vine.create({ slug: text({ max: 300 }) })
