import { Agent, request, type Dispatcher } from 'undici'
import type { CallOptions, Dependency } from '#app/platform/resilience/dependency'
import { DependencyFault } from '#app/platform/resilience/errors'

const CONNECT_TIMEOUT_MS = 2_000
const LARGEST_ANSWER_BYTES = 5 * 1024 * 1024
/** Repeating these changes nothing (RFC 9110, 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])

const agent = new Agent({
  connect: { timeout: CONNECT_TIMEOUT_MS },
  maxResponseSize: LARGEST_ANSWER_BYTES,
})

export interface HttpRequest extends CallOptions {
  method?: Dispatcher.HttpMethod
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface HttpAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/**
 * Sends one HTTP request to a dependency and reads the whole answer (5 MB at most). Redirects are
 * not followed. A 5xx, 408 or 429 is the dependency's fault: it is thrown, counts against the
 * circuit and is retried when the method, or `idempotent`, allows it. Any other status is an answer.
 * @throws DependencyFault, DependencyTimeout, DependencyUnavailable, or undici's connection error
 */
export async function sendHttp(
  dependency: Dependency,
  url: string | URL,
  { method = 'GET', headers, body, idempotent, signal }: HttpRequest = {}
): Promise<HttpAnswer> {
  return dependency.call(
    async (context) => {
      const answer = await request(url, {
        method,
        headers,
        body,
        signal: context.signal,
        dispatcher: agent,
      })
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      if (isFault(answer.statusCode)) {
        const asked = retryAfterMs(answer.headers['retry-after'])
        throw new DependencyFault(dependency.name, answer.statusCode, asked)
      }
      return { status: answer.statusCode, headers: answer.headers, body: bytes }
    },
    { idempotent: idempotent ?? IDEMPOTENT.has(method), signal }
  )
}

const isFault = (status: number) => status >= 500 || status === 408 || status === 429

/** `Retry-After` in milliseconds, written as seconds or as a date (RFC 9110, 10.2.3). */
function retryAfterMs(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
