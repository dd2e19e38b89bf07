import vine from '@vinejs/vine'
import { id, paging, text } from '#app/platform/http/input'

/** `q` is a name, an e-mail address or a telephone; `group` the code of a customer group. */
export const customerListValidator = vine.create({
  q: text({ max: 100 }).optional(),
  group: text({ max: 40 }).optional(),
  ...paging(),
})

export const customerIdValidator = vine.create({ id: id() })

/** At whose prices a customer buys; null for those of everybody. */
export const membershipValidator = vine.create({ group: text({ max: 40 }).nullable() })

/** A form says nothing for nobody's group. */
export const membershipFormValidator = vine.create({ group: text({ max: 40 }).optional() })

/** Erasing is for ever, so whoever asks for it says why. */
export const erasureValidator = vine.create({ reason: text({ min: 3, max: 500 }) })
