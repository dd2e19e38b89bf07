import { Agent, request as send, type Dispatcher } from 'undici'
import type { CallOptions, Dependency } from '#app/platform/resilience/dependency'
import { DependencyFault } from '#app/platform/resilience/errors'

const CONNECT_TIMEOUT_MS = 2_000
const LARGEST_ANSWER_BYTES = 5 * 1024 * 1024
/** Repeating these changes nothing (RFC 9110, 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])

const agents = new Map<number, Agent>()

/** Connections that hang up on answers of more bytes. */
function agentFor(mostBytes: number): Agent {
  const known = agents.get(mostBytes)
  if (known) return known
  const created = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: mostBytes,
  })
  agents.set(mostBytes, created)
  return created
}

export interface HttpRequest extends CallOptions {
  method?: Dispatcher.HttpMethod
  headers?: Record<string, string>
  body?: string | Buffer
  /** Longer answers are cut off, and count against the dependency. */
  mostBytes?: number
  /** Throws for an answer that makes no sense: it counts against the dependency, too. */
  check?: (answer: HttpAnswer) => void
  /** Whether a 5xx, 408 or 429 is an answer all the same. */
  accepts?: (answer: HttpAnswer) => boolean
}

export interface HttpAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/**
 * Sends one HTTP request to a dependency and reads the whole answer (5 MB at most, unless
 * `mostBytes` says otherwise). Redirects are
 * not followed. A 5xx, 408 or 429 is the dependency's fault: it is thrown, counts against the
 * circuit and is retried when the method, or `idempotent`, allows it. Any other status is an answer.
 * @throws DependencyFault, DependencyTimeout, DependencyUnavailable, or undici's connection error
 */
export async function sendHttp(
  dependency: Dependency,
  url: string | URL,
  request: HttpRequest = {}
): Promise<HttpAnswer> {
  const { method = 'GET', headers, body, idempotent, signal, check, accepts } = request
  const dispatcher = agentFor(request.mostBytes ?? LARGEST_ANSWER_BYTES)
  return dependency.call(
    async (context) => {
      const answer = await send(url, {
        method,
        headers,
        body,
        signal: context.signal,
        dispatcher,
      })
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      const read = { status: answer.statusCode, headers: answer.headers, body: bytes }
      if (isFault(answer.statusCode) && !accepts?.(read)) {
        const asked = retryAfterMs(answer.headers['retry-after'])
        throw new DependencyFault(dependency.name, answer.statusCode, asked)
      }
      check?.(read)
      return read
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
