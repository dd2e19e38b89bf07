import type { HttpContext } from '@adonisjs/core/http'

/** Where a session remembers the page that was asked for without a login. */
const KEY = 'asked_page'

const LONGEST = 2_000

/** Where a login leads when no page was asked for. */
const HOME = '/admin'

/**
 * Remembers the page that somebody is kept from, until the login. It is told by the server's own route, and
 * never by the address of the login page: nobody can send others away with it. Files and parts of pages are
 * no place to come back to.
 */
export function rememberAskedPage(ctx: HttpContext) {
  const { request } = ctx
  const path = request.url()
  const isPage = request.method() === 'GET' && !request.header('x-fragment')
  if (!isPage || path === HOME || /\.\w+$/.test(path)) return
  comeBackTo(ctx, request.url(true))
}

/** The login leads to this page of ours. */
export function comeBackTo({ session }: HttpContext, address: string) {
  if (address.length <= LONGEST) session.put(KEY, address)
}

/** Whether the login leads back to a page. */
export const hasAskedPage = ({ session }: HttpContext): boolean => session.has(KEY)

/** Where the login leads, once. */
export function takeAskedPage({ session }: HttpContext): string {
  const address: unknown = session.pull(KEY)
  return typeof address === 'string' && address.startsWith(`${HOME}/`) ? address : HOME
}
