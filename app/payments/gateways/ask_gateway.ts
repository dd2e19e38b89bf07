import { dependency } from '#app/platform/resilience/dependency'
import { type HttpAnswer, type HttpRequest, sendHttp } from '#app/platform/resilience/http'
import { GatewayRefused, type OnlineMethod } from '#app/payments/gateways/gateway'

/** Shorter than a claim of an idempotency key lasts. */
const TIMEOUT_MS = 8_000
/** What gateways say is short; anything else is not from one. */
const MOST_BYTES = 1024 * 1024

type Told = Record<string, unknown>
type Question = Pick<HttpRequest, 'headers' | 'idempotent'> & {
  method?: 'GET' | 'POST'
  json?: object
  form?: Record<string, string>
}

/**
 * Asks a gateway and returns the JSON it answers with, whatever the status. An answer that is no JSON
 * speaks against the gateway, as a failure does. Reading is tried again; anything else only when it is
 * said to change nothing the second time.
 * @throws what `sendHttp` throws
 */
export async function askGateway(
  gateway: OnlineMethod,
  url: string,
  { method = 'GET', headers, json, form, idempotent }: Question = {}
): Promise<{ status: number; told: Told }> {
  const system = dependency(gateway, { timeoutMs: TIMEOUT_MS, attempts: 2, maxPauseMs: 1_000 })
  const answer = await sendHttp(system, url, {
    method,
    headers: { ...headers, ...(json && JSON_TYPE), ...(form && FORM_TYPE) },
    body: json ? JSON.stringify(json) : form && new URLSearchParams(form).toString(),
    mostBytes: MOST_BYTES,
    ...{ idempotent, check: expectJson },
  })
  return { status: answer.status, told: parsed(answer) ?? {} }
}

/** Throws unless the gateway did what it was asked to. */
export function expectDone(gateway: OnlineMethod, isDone: boolean, told: Told): void {
  if (!isDone) throw new GatewayRefused(gateway, JSON.stringify(told).slice(0, 300))
}

const JSON_TYPE = { 'Content-Type': 'application/json' }
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' }

function parsed({ body }: HttpAnswer): Told | undefined {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? (value as Told) : undefined
  } catch {
    // Told apart by the caller: it is not what a gateway says.
    return undefined
  }
}

function expectJson(answer: HttpAnswer): void {
  if (!parsed(answer)) throw new Error(`answered ${answer.status} without JSON`)
}
