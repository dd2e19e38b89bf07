import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Problem } from '#app/platform/http/problem'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What to tell when there is something at the address, but not for this method: a 405 with `Allow`. */
export function wrongMethod(error: unknown, { request }: HttpContext): Problem | undefined {
  if (!(error instanceof errors.E_ROUTE_NOT_FOUND)) return undefined
  const path = request.url()
  const allowed = METHODS.filter((method) => router.match(path, method, true))
  if (allowed.length === 0) return undefined
  return new Problem({
    status: 405,
    code: 'method_not_allowed',
    title: 'Not with this method',
    detail: `${request.method()} is not offered at this address. It takes ${allowed.join(', ')}.`,
    headers: { Allow: allowed.join(', ') },
  })
}
