import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

/** The public name of a thing in an address. */
export const slugValidator = vine.create({ slug: text({ max: 300 }) })
