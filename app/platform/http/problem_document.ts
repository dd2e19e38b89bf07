import type { HttpContext } from '@adonisjs/core/http'
import type { ProblemDetails } from '#app/platform/http/problem'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** A problem as programs get it (RFC 9457). */
export function problemDocument(
  { status, code, title, detail, extra }: ProblemDetails,
  { request }: HttpContext
): string {
  return JSON.stringify({
    type: `urn:shop:problem:${code}`,
    title,
    status,
    detail,
    instance: request.url(),
    code,
    requestId: request.id(),
    ...extra,
  })
}
