import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'order'

/** What opens the page of an order for whoever placed it. Nothing is kept: only we can make it. */
export const orderToken = (number: string): string =>
  encryption.getMessageVerifier().sign(number, undefined, PURPOSE)

export const opensOrder = (token: string, number: string): boolean =>
  encryption.getMessageVerifier().unsign<string>(token, PURPOSE) === number
