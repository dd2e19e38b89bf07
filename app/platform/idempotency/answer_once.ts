import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { SqlPart } from '#app/platform/database/sql_part'
import { Problem } from '#app/platform/http/problem'
import { PROBLEM_TYPE, problemDocument, thisRequest } from '#app/platform/http/problem_document'
import { ClaimedRequest, type KeptAnswer } from '#app/platform/idempotency/claimed_request'
import { ownerOf } from '#app/platform/idempotency/owner_of'
import { readKey } from '#app/platform/idempotency/read_key'

/** A request that has its effect once. */
export type Once = {
  /** What a try before this one has made and not told of, as it was remembered. */
  resource: string | null
  /** Call it in the transaction of the effect, when more is to be done after its commit. */
  remember(resource: string, trx: TransactionClientContract, along?: SqlPart): Promise<unknown>
  /**
   * Call it in the transaction of the last effect: answer and effect are one commit. What goes along is done after it,
   * in the same statement, and its value is returned.
   */
  finish(
    status: number,
    body: object,
    trx: TransactionClientContract,
    along?: SqlPart
  ): Promise<unknown>
}

/**
 * Answers a request that must have its effect once, by its `Idempotency-Key`: `work` runs once, and
 * whoever sends the same again gets the same bytes. Refusals are kept too; failures of ours and
 * values that are not valid are not: the key is free to be sent again with better ones.
 * @param scope who asks and what for: not to be guessed, or one sees the answers of another
 * @param input what makes it another request
 */
export async function answerOnce(
  ctx: HttpContext,
  { scope, input }: { scope: string; input: object },
  work: (once: Once) => Promise<void>
) {
  const print = createHash('sha256').update(JSON.stringify(input)).digest()
  const begun = await ClaimedRequest.begin(scope, readKey(ctx), print, ownerOf(ctx))
  if (!(begun instanceof ClaimedRequest)) {
    ctx.response.header('Idempotency-Replayed', 'true')
    return sendKept(ctx, begun)
  }
  return sendKept(ctx, await worked(ctx, begun, work))
}

async function worked(
  ctx: HttpContext,
  request: ClaimedRequest,
  work: (once: Once) => Promise<void>
): Promise<KeptAnswer> {
  let answer: KeptAnswer | undefined
  try {
    await work({
      resource: request.resource,
      remember: (resource, trx, along) => request.remember(resource, trx, along),
      finish: (status, body, trx, along) => {
        const headers = { 'Content-Type': 'application/json; charset=utf-8' }
        answer = { status, body: JSON.stringify(body), headers }
        return request.end(answer, trx, along)
      },
    })
  } catch (error) {
    if (!isRefusal(error)) {
      await request.release()
      throw error
    }
    answer = refusal(error, ctx)
    await request.end(answer)
  }
  if (!answer) throw new Error('the work has ended without an answer')
  return answer
}

const NOT_KEPT = new Set(['idempotency_in_progress', 'validation_failed'])

/** What comes too late, or cannot be: sending it again would not change it. */
const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && error.details.status < 500 && !NOT_KEPT.has(error.details.code)

const refusal = ({ details }: Problem, ctx: HttpContext): KeptAnswer => ({
  status: details.status,
  body: problemDocument(details, thisRequest(ctx)),
  headers: { ...details.headers, 'Content-Type': PROBLEM_TYPE },
})

/** Sends an answer as it was kept. */
export function sendKept({ response }: HttpContext, { status, body, headers }: KeptAnswer) {
  for (const [name, value] of Object.entries(headers)) response.header(name, value)
  return response.status(status).send(body)
}
