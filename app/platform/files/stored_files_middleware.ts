import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Stored files came from outside: pages show them, but opened by themselves they are saved, never run. Another picture
 * has another name, so whoever has one keeps it.
 */
export default class StoredFilesMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (request.url().startsWith('/files/')) {
      response.header('Cache-Control', 'public, max-age=86400')
      response.header('Content-Disposition', 'attachment')
      response.header('Content-Security-Policy', `default-src 'none'; sandbox`)
    }
    return next()
  }
}
