import { Exception } from '@adonisjs/core/exceptions'

/** What a problem tells, besides its status. */
export type ProblemDetails = {
  status: number
  /** Stable, snake_case: clients branch on it. */
  code: string
  title: string
  /** What happened and what to do, for this request. */
  detail: string
  headers?: Record<string, string>
  /** Further members of the problem document, such as the lines that are out of stock. */
  extra?: Record<string, unknown> & Partial<Record<Own, never>>
}

/** Members that every problem document has: `extra` would overwrite them. */
type Own = 'type' | 'title' | 'status' | 'detail' | 'instance' | 'code' | 'requestId'

/**
 * An error that the caller can do something about. The exception handler
 * answers it as `application/problem+json` (RFC 9457), or as a page.
 */
export class Problem extends Exception {
  readonly details: ProblemDetails

  constructor(details: ProblemDetails) {
    super(details.detail, { status: details.status, code: details.code })
    this.details = details
  }
}

export function notFound(what: string): Problem {
  return new Problem({
    status: 404,
    code: 'not_found',
    title: 'Not found',
    detail: `There is no ${what} at this address. Check the identifier.`,
  })
}
