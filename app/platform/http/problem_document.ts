import type { HttpContext } from '@adonisjs/core/http'
import type { ProblemDetails } from '#app/platform/http/problem'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Which request a problem is about. */
type About = { instance: string; requestId: string | undefined }

/** A problem as programs get it (RFC 9457). */
export function problemDocument(
  { status, code, title, detail, extra }: ProblemDetails,
  { instance, requestId }: About
): string {
  return JSON.stringify({
    type: `urn:shop:problem:${code}`,
    title,
    status,
    detail,
    instance,
    code,
    requestId,
    ...extra,
  })
}

/** The request that a context is of. */
export const thisRequest = ({ request }: HttpContext): About => ({
  instance: request.url(),
  requestId: request.id(),
})
