/** Names whose values never reach a log, at the top of a record or one and two levels down. */
const SECRET_NAMES = [
  'password',
  'newPassword',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'appKey',
  'card',
  'phone',
]

/** Paths for pino's `redact`. */
export const REDACTED = [
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  'req.headers.authorization',
  'req.headers.cookie',
  'headers["set-cookie"]',
  'headers["x-cart-token"]',
]
