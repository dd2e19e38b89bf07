import vine from '@vinejs/vine'
import { id, text } from '#app/platform/http/input'

export const runIdValidator = vine.create({ id: id() })

/** The address of a site to be read. */
export const siteFormValidator = vine.create({ address: text({ min: 4, max: 300 }) })
