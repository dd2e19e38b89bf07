import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'

/** What may be sent as a key: printable ASCII, as HTTP fields are. */
const KEY = /^[\x21-\x7e]{1,255}$/

/** The `Idempotency-Key` of a request. Throws 400 when it has none, or none that can be kept. */
export function readKey({ request }: HttpContext): string {
  const key = request.header('idempotency-key') ?? ''
  if (KEY.test(key)) return key
  throw new Problem({
    status: 400,
    code: 'idempotency_key_missing',
    title: 'Send an Idempotency-Key',
    detail:
      'Make a random key of 1 to 255 ASCII characters, such as a UUID, and keep it for retries.',
  })
}
