import encryption from '@adonisjs/core/services/encryption'

/** Which login a token renews, and how many tokens that login had before it. */
export type RefreshClaims = { sid: string; generation: number }

/**
 * The token as text that only we can write. The same claims give the same text, so that tabs which
 * refresh at once all get the same successor, and no table of tokens is needed.
 * @param audience who may accept the token, such as `staff`
 */
export const signRefreshToken = (claims: RefreshClaims, audience: string): string =>
  encryption.getMessageVerifier().sign(claims, undefined, purposeFor(audience))

/** The claims of a token of ours, or undefined for anything else. */
export const readRefreshToken = (token: string, audience: string): RefreshClaims | undefined =>
  encryption.getMessageVerifier().unsign<RefreshClaims>(token, purposeFor(audience)) ?? undefined

const purposeFor = (audience: string) => `refresh:${audience}`
