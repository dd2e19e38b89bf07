import { errors as vineErrors } from '@vinejs/vine'
import { type FieldError, invalidInput } from '#app/platform/http/invalid'
import { Problem, type ProblemDetails } from '#app/platform/http/problem'

type ErrorLike = { status?: number; code?: string; message?: string; type?: string }

const RETRY = { 'Retry-After': '2' }

const UNAVAILABLE: ProblemDetails = {
  status: 503,
  code: 'unavailable',
  title: 'Temporarily unavailable',
  detail: 'The shop cannot answer right now. Try again in a few seconds.',
  headers: RETRY,
}

/** The last net beneath the validators: a value that no column of its type can hold. */
const IMPOSSIBLE_VALUE: ProblemDetails = {
  status: 422,
  code: 'impossible_value',
  title: 'Some values are not valid',
  detail:
    'A number, a date or a text of the request is out of range. Correct it and send it again.',
}

/** PostgreSQL error classes and codes that callers may meet, and what they are told. */
const DATABASE: Record<string, ProblemDetails> = {
  '22003': IMPOSSIBLE_VALUE,
  '22007': IMPOSSIBLE_VALUE,
  '22008': IMPOSSIBLE_VALUE,
  '22021': IMPOSSIBLE_VALUE,
  '22P02': IMPOSSIBLE_VALUE,
  '22P05': IMPOSSIBLE_VALUE,
  '40001': UNAVAILABLE,
  '40P01': UNAVAILABLE,
  '55P03': UNAVAILABLE,
  '57P01': UNAVAILABLE,
  '57P02': UNAVAILABLE,
  '57P03': UNAVAILABLE,
  '53000': UNAVAILABLE,
  '53100': UNAVAILABLE,
  '53200': UNAVAILABLE,
  '53300': UNAVAILABLE,
  'ECONNREFUSED': UNAVAILABLE,
  'ECONNRESET': UNAVAILABLE,
  'EPIPE': UNAVAILABLE,
  'ENOENT': UNAVAILABLE,
  '57014': {
    status: 503,
    code: 'too_slow',
    title: 'The answer took too long',
    detail: 'The request was given up. Narrow it down, or try again in a few seconds.',
    headers: RETRY,
  },
  '23505': {
    status: 409,
    code: 'already_exists',
    title: 'Already exists',
    detail: 'Something with the same identifier exists. Change the identifier or edit that one.',
  },
  '23503': {
    status: 409,
    code: 'still_in_use',
    title: 'Still in use',
    detail: 'Other records refer to this one, or the one referred to does not exist.',
  },
}

/** `pg` and the pool give no code to a connection that broke, or that nobody gave back in time; knex puts its text before. */
const NO_CONNECTION =
  /Connection (terminated|ended)|Client has encountered a connection error|Timeout acquiring a connection/

/** No row with this id; no file with this name, because no file can have it. */
const MISSING = new Set([
  'E_ROW_NOT_FOUND',
  'E_UNALLOWED_CHARACTERS',
  'E_INVALID_KEY',
  'E_PATH_TRAVERSAL_DETECTED',
])

const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])

/** Statuses that the framework itself answers with. */
const STATUSES: Record<number, Omit<ProblemDetails, 'status'>> = {
  400: {
    code: 'bad_request',
    title: 'The request cannot be read',
    detail: 'The body is not valid for its content type. Send well-formed UTF-8 JSON.',
  },
  401: {
    code: 'unauthenticated',
    title: 'Log in first',
    detail: 'The credentials are missing, wrong or expired. Log in and try again.',
    headers: { 'WWW-Authenticate': 'Bearer' },
  },
  403: {
    code: 'forbidden',
    title: 'Not allowed',
    detail: 'This account may not do that. Ask an owner for the right.',
  },
  404: {
    code: 'not_found',
    title: 'Not found',
    detail: 'There is nothing at this address. Check the path and the method.',
  },
  413: {
    code: 'too_large',
    title: 'The body is too large',
    detail: 'Send a smaller body: 1 MB for JSON, 50 MB for a file.',
  },
  415: {
    code: 'unsupported_media_type',
    title: 'Unsupported content type',
    detail: 'Send application/json in UTF-8.',
  },
  429: {
    code: 'rate_limited',
    title: 'Too many requests',
    detail: 'Wait as long as Retry-After says, then try again.',
  },
}

/** What the caller is told about any error that was thrown. Unknown ones say nothing of their cause. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof Problem) return error.details
  if (error instanceof vineErrors.E_VALIDATION_ERROR) return invalidInput(namedIn(error.messages))

  const { status, code, message, type } = (error ?? {}) as ErrorLike
  if (code && DATABASE[code]) return DATABASE[code]
  if (message && NO_CONNECTION.test(message)) return UNAVAILABLE
  if ((code && MISSING.has(code)) || isNoFile(error)) return { status: 404, ...STATUSES[404] }
  if (error instanceof URIError) return { status: 400, ...STATUSES[400] }
  if (isUnreadable(error, type, code)) return { status: 400, ...STATUSES[400] }
  if (status && STATUSES[status]) return { status, ...STATUSES[status] }
  if (status && status >= 400 && status < 500) return { status, ...STATUSES[400] }
  return {
    status: 500,
    code: 'internal_error',
    title: 'Something went wrong',
    detail: 'The error was recorded under the request id. Try again, or report that id.',
  }
}

/** Validators say more than is told. */
const namedIn = (messages: FieldError[]): FieldError[] =>
  messages.map(({ field, rule, message }) => ({ field, rule, message }))

/** The disk has no such file, or a folder of that name; any other failure of the disk is one of ours. */
function isNoFile(error: unknown): boolean {
  if ((error as ErrorLike)?.code !== 'E_CANNOT_SERVE_FILE') return false
  let cause = error
  while (cause instanceof Error && cause.cause) cause = cause.cause
  const { code = '', message = '' } = cause as ErrorLike
  return NO_FILE.has(code) || message.includes('directory')
}

/** A body that its parser refused: broken JSON, wrong encoding, nested beyond any use. */
function isUnreadable(error: unknown, type?: string, code?: string) {
  // Not compressed as its header says.
  if (code && /^Z_|^ERR_.*ERROR_FORMAT/.test(code)) return true
  if (type?.startsWith('entity.') || type?.startsWith('encoding.')) return true
  if (error instanceof RangeError) return error.message.includes('call stack')
  return error instanceof SyntaxError && 'body' in error
}
