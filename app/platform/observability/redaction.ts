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

/** What errors tell besides their words. Not their details: PostgreSQL puts the values of a row there. */
const TOLD = [
  ...['code', 'errno', 'syscall', 'address', 'port', 'hostname', 'status'],
  ...['command', 'responseCode', 'severity', 'schema', 'table', 'column', 'constraint'],
]

/** An error as logs tell it, with what caused it. Names what it tells: whatever else it carries may be a secret. */
export function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return covered(error)
  const all: Record<string, unknown> = { ...error }
  const { errors } = error as Partial<AggregateError>
  return {
    ...{ type: error.constructor.name, message: error.message, stack: error.stack },
    ...Object.fromEntries(TOLD.filter((name) => name in all).map((name) => [name, all[name]])),
    ...(error.cause !== undefined && { cause: toldError(error.cause) }),
    ...(errors && { errors: errors.map(toldError) }),
  }
}

const COVERED = new Set([...SECRET_NAMES, 'sealed'].map((name) => name.toLowerCase()))
const LONGEST = 300

/** A value to look at: secrets covered wherever they are, long texts cut. */
export function covered(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  }
  if (Array.isArray(value)) return value.map(covered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      COVERED.has(name.toLowerCase()) ? '•••' : covered(member),
    ])
  )
}
