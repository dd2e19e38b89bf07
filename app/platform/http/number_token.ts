import encryption from '@adonisjs/core/services/encryption'

/** Tokens that open what has a number, for whoever was given one. Nothing is kept: only we can make them. */
export const numberTokens = (purpose: string) => ({
  sign: (number: string): string =>
    encryption.getMessageVerifier().sign(number, undefined, purpose),
  opens: (token: string, number: string): boolean =>
    encryption.getMessageVerifier().unsign<string>(token, purpose) === number,
})
