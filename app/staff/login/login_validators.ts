import vine from '@vinejs/vine'
import { password, text } from '#app/platform/http/input'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/platform/auth/password'

const credentials = {
  email: text({ max: 254 }),
  password: password({ max: LONGEST_PASSWORD }),
}

/** Of an authenticator, or a recovery code; spaces and dashes do not matter. */
const code = () => text({ max: 40 })

/** An address and a password; whether they belong together is not a question of form. */
export const loginValidator = vine.create(credentials)

/** Programs send all of it at once. */
export const apiLoginValidator = vine.create({ ...credentials, code: code().optional() })

/** The second step of a login, and what shows that an authenticator is set up. */
export const codeValidator = vine.create({ code: code() })

/** Asking for a mail with a link. */
export const forgotPasswordValidator = vine.create({ email: text({ max: 254 }) })

/** Choosing a new password with the token of that link. */
export const resetPasswordValidator = vine.create({
  token: text({ max: 100 }),
  password: password({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }),
})

export const resetTokenValidator = vine.create({ token: text({ max: 100 }) })

/** Renewing a login. */
export const refreshValidator = vine.create({ refreshToken: text({ max: 1_000 }) })
