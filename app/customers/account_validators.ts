import vine from '@vinejs/vine'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/platform/auth/password'
import { emptyIsNone, id, password, personName, text } from '#app/platform/http/input'
import { LOCALES } from '#app/platform/http/locale'

const email = () => vine.string().trim().email({ allow_utf8_local_part: false }).maxLength(254)
const newPassword = () => password({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD })
const phone = () => text({ max: 30 })

export const registrationValidator = vine.create({
  fullName: personName(),
  email: email(),
  password: newPassword(),
  phone: phone().parse(emptyIsNone).optional(),
})

/** Whether they belong together is not a question of form. Whoever has a telephone here may name it instead. */
export const loginValidator = vine.create({
  email: text({ max: 254 }).optional().requiredIfMissing('phone'),
  phone: phone().optional(),
  password: password({ max: LONGEST_PASSWORD }),
})

export const refreshValidator = vine.create({ refreshToken: text({ max: 1_000 }) })

/** Asking for a mail with a link. */
export const forgottenPasswordValidator = vine.create({ email: text({ max: 254 }) })

/** Choosing a new password with the token of that link. */
export const newPasswordValidator = vine.create({
  token: text({ max: 100 }),
  password: newPassword(),
})

/** What somebody may change about themselves; `phone: null` takes the number out. */
export const profileValidator = vine.create({
  fullName: personName().optional(),
  phone: phone().nullable().optional(),
  locale: vine.enum(LOCALES).optional(),
})

/** Erasing the own account takes the password again. */
export const ownErasureValidator = vine.create({ password: password({ max: LONGEST_PASSWORD }) })

export const sessionIdValidator = vine.create({ id: text({ max: 40 }) })
export const addressIdValidator = vine.create({ id: id() })
