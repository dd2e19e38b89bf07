import type { HttpContext } from '@adonisjs/core/http'

/** Its own styles and pictures that it brings along; no script, no form, nothing fetched, no login. */
const POLICY = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  'img-src data:',
  `frame-ancestors 'self'`,
  'sandbox',
].join('; ')

/** Answers with HTML that pages of ours show in a frame and that may do nothing at all: a mail. */
export function sendForeignHtml({ response }: HttpContext, html: string) {
  return response
    .header('Content-Security-Policy', POLICY)
    .header('X-Frame-Options', 'SAMEORIGIN')
    .header('Content-Type', 'text/html; charset=utf-8')
    .send(html)
}
