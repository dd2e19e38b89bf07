import vine from '@vinejs/vine'
import { digits, id } from '#app/platform/http/input'

/** A product and something that belongs to it, from an address. */
export const productPartValidator = vine.create({
  id: id(),
  partId: digits({ min: 1 }),
})
