import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Problem } from '#app/platform/http/problem'

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])
const READABLE = [
  'application/json',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
]

/** Refuses a body that nobody will read: its fields would all seem to be missing. */
export default class MediaTypeMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const isEmpty = !request.hasBody() || request.header('content-length') === '0'
    if (isEmpty || !WITH_BODY.has(request.method())) return next()
    if (request.is(READABLE)) return next()
    throw new Problem({
      status: 415,
      code: 'unsupported_media_type',
      title: 'Unsupported content type',
      detail: 'Send the body as JSON in UTF-8, with Content-Type: application/json.',
    })
  }
}
