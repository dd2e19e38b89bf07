import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'quote'

/** What opens a quote for whoever asked for it. Nothing is kept: only we can make it. */
export const quoteToken = (number: string): string =>
  encryption.getMessageVerifier().sign(number, undefined, PURPOSE)

export const opensQuote = (token: string, number: string): boolean =>
  encryption.getMessageVerifier().unsign<string>(token, PURPOSE) === number
