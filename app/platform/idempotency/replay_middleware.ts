import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { sendKept } from '#app/platform/idempotency/answer_once'
import { ownerOf } from '#app/platform/idempotency/owner_of'
import { readKey } from '#app/platform/idempotency/read_key'
import { ClaimedRequest, type KeptAnswer } from '#app/platform/idempotency/claimed_request'
import { callerOf } from '#app/platform/limits/caller'
import { operationOf } from '#app/platform/openapi/operation'

type Options = {
  /** Headers that tell one guest from another. */
  by?: string[]
}

/** Statuses that the same request may not meet again. */
const PASSING = new Set([401, 429])

/**
 * Answers a POST that brings an `Idempotency-Key` as it answered it before. The answer is kept after
 * the effect: a process that dies between the two has done it, and does it again half a minute later. Where
 * that must never happen the route answers by `answerOnce`, and is none of ours.
 */
export default class ReplayMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { by = [] }: Options = {}) {
    const { request, response, route } = ctx
    const isWanted = request.method() === 'POST' && request.header('idempotency-key') !== undefined
    if (!isWanted || operationOf(route?.name ?? '')?.answersOnce) return next()

    const [scope, key, print] = [scopeOf(ctx, by), readKey(ctx), await printOf(ctx)]
    const begun = await ClaimedRequest.begin(scope, key, print, ownerOf(ctx))
    if (!(begun instanceof ClaimedRequest)) {
      response.header('Idempotency-Replayed', 'true')
      return sendKept(ctx, begun)
    }
    const before = new Set(Object.keys(response.getHeaders()))
    await next()
    const answer = answerOf(ctx, before)
    return isToKeep(answer) ? begun.end(answer) : begun.release()
  }
}

/** Nobody sees the answer of another, whatever key they send. */
function scopeOf(ctx: HttpContext, by: string[]): string {
  const { role, id } = callerOf(ctx)
  const told = by.map((name) => ctx.request.header(name) ?? '')
  const asked = [ctx.request.url(), role, id, ...told]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}

/** What makes it another request: its fields, and the bytes of its files. */
async function printOf({ request }: HttpContext): Promise<Buffer> {
  const files = request.allFiles()
  // A file is among the fields as well, with the path that this request gave it.
  const fields = Object.entries((request.body() ?? {}) as object).filter(
    ([name]) => !(name in files)
  )
  const print = createHash('sha256').update(JSON.stringify([request.qs(), fields]))
  for (const { filePath } of Object.values(files).flat()) {
    if (!filePath) continue
    for await (const bytes of createReadStream(filePath)) print.update(bytes as Buffer)
  }
  return print.digest()
}

/** The answer that is about to be sent, with the headers that it alone has. */
function answerOf({ response }: HttpContext, before: Set<string>): KeptAnswer {
  const body: unknown = response.getBody() ?? ''
  const own = Object.entries(response.getHeaders()).filter(([name]) => !before.has(name))
  const headers = Object.fromEntries(own.map(([name, value]) => [name, String(value)]))
  const status = response.getStatus()
  if (typeof body === 'string') return { status, body, headers }
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return { status, body: JSON.stringify(body), headers: { ...type, ...headers } }
}

const isToKeep = ({ status }: KeptAnswer) => status < 500 && !PASSING.has(status)
