import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Stored files came from outside: pages show them, but opened by themselves they are saved, never run. */
export default class StoredFilesMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (request.url().startsWith('/files/')) {
      response.header('Content-Disposition', 'attachment')
      response.header('Content-Security-Policy', `default-src 'none'; sandbox`)
    }
    return next()
  }
}
