import encryption from '@adonisjs/core/services/encryption'
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

/** Codes of RFC 6238 as every authenticator makes them: SHA-1, six digits, a new one every 30 seconds. */
const STEP_SECONDS = 30
const ISSUER = 'Shabou Auto Pièces'
/** Clocks of telephones go wrong by up to a step either way. */
const WINDOW = 1

const PURPOSE = 'second factor'

/** A secret in base 32, as it can be typed by hand. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** As it is kept: readable with APP_KEY alone. */
export const seal = (secret: string): string => encryption.encrypt(secret, { purpose: PURPOSE })

/** The secret that was sealed, or null for anything else. */
export const unseal = (sealed: string): string | null => encryption.decrypt<string>(sealed, PURPOSE)

/** What an authenticator reads from the picture that `qrCode` draws. */
export const keyUri = (secret: string, account: string): string =>
  totpOf(secret, account).toString()

/** The picture, as SVG without styles or scripts. */
export const qrCode = (uri: string): string => renderSVG(uri, { border: 2 })

/** The 30-second step whose code this is, counted from 1970; undefined when it is none of now. */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp: now })
  return delta === null ? undefined : Math.floor(now / 1_000 / STEP_SECONDS) + delta
}

const totpOf = (secret: string, account = '') =>
  new TOTP({ issuer: ISSUER, label: account, secret, period: STEP_SECONDS })
