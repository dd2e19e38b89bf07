import vine from '@vinejs/vine'
import { password, personName, text } from '#app/platform/http/input'
import { LOCALES } from '#app/platform/http/locale'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/platform/auth/password'

export const accountValidator = vine.create({
  fullName: personName(),
  locale: vine.enum(LOCALES),
})

/** The present password, to show that nobody else sits there. */
export const presentPasswordValidator = vine.create({
  presentPassword: password({ max: LONGEST_PASSWORD }),
})

export const passwordChangeValidator = vine.create({
  presentPassword: password({ max: LONGEST_PASSWORD }),
  newPassword: password({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }),
})

export const loginIdValidator = vine.create({ sid: text({ max: 40 }) })
