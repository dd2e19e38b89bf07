import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import { newSecret, seal, unseal } from '#app/staff/second_factor/second_factor'

/** Sessions are rows that others may read: what is secret in them is sealed. */
const SECRET = 'second_factor_secret'
const CODES = 'recovery_codes'

/** The secret that this browser is setting up: the same until it is confirmed, however often it is shown. */
export function secretToEnrol({ session }: HttpContext): string {
  const known = unseal(session.get(SECRET, '') as string)
  if (known) return known
  const secret = newSecret()
  session.put(SECRET, seal(secret))
  return secret
}

export const forgetSecretToEnrol = ({ session }: HttpContext) => session.forget(SECRET)

/** Keeps new recovery codes for the page that follows, and no other. */
export const showNewCodes = ({ session }: HttpContext, codes: string[]) =>
  session.flash(CODES, encryption.encrypt(codes))

/** The codes that were made a moment ago; undefined on any other page. */
export function takeNewCodes({ session }: HttpContext): string[] | undefined {
  const sealed = session.flashMessages.get(CODES, '') as string
  return encryption.decrypt<string[]>(sealed) ?? undefined
}
