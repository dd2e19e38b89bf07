import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

/** An address and a password; whether they belong together is not a question of form. */
export const loginValidator = vine.create({
  email: text({ max: 254 }),
  password: vine.string().minLength(1).maxLength(128),
})

/** Asking for a mail with a link. */
export const forgotPasswordValidator = vine.create({ email: text({ max: 254 }) })

/** Choosing a new password with the token of that link. */
export const resetPasswordValidator = vine.create({
  token: text({ max: 100 }),
  password: vine.string().minLength(8).maxLength(128),
})

export const resetTokenValidator = vine.create({ token: text({ max: 100 }) })

/** Renewing a login. */
export const refreshValidator = vine.create({ refreshToken: text({ max: 1_000 }) })
