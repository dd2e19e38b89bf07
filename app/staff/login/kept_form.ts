import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import type { FilledForm } from '#app/platform/views/refill_form'
import { comeBackTo } from '#app/staff/login/asked_page'
import { lastLogin } from '#app/staff/login/last_login'
import type StaffMember from '#app/staff/members/staff_member'

/** Where a session keeps a form that was sent when the login was over. */
const KEY = 'kept_form'
const MINUTES = 30

/** A letter fits, a pasted list does not: it is a row of the database. */
const LONGEST = 60_000

/** Forms of one's own account ask for passwords and codes. */
const ACCOUNT = '/admin/account'
const LEFT_OUT = /^_csrf$|password|secret/i

type KeptForm = FilledForm & { page: string; author: number }

/**
 * Keeps what somebody has typed into a form and sent too late, until the next login leads back to its page. It is sealed,
 * for sessions are rows that others may read. Tells whether there was something to keep: no file, no secret, and
 * nothing that another site has sent or nobody has logged in for.
 */
export function keepForm(ctx: HttpContext): boolean {
  const page = pageOfForm(ctx)
  const pairs = pairsOf(ctx.request)
  const action = ctx.request.url()
  const author = lastLogin(ctx)
  if (!page || author === null || pairs.length === 0 || action.startsWith(ACCOUNT)) return false
  const sealed = encryption.encrypt({ page, author, action, pairs }, `${MINUTES} minutes`)
  if (sealed.length > LONGEST) return false
  ctx.session.put(KEY, sealed)
  comeBackTo(ctx, page)
  return true
}

/** Whether the next login brings a form back. */
export const hasKeptForm = ({ session }: HttpContext): boolean => session.has(KEY)

/**
 * The form of this person that belongs to this page, once. Whoever goes elsewhere after the login does not meet it
 * later, and nobody meets what somebody else has typed on the same computer.
 */
export function takeKeptForm(
  { request, session }: HttpContext,
  { id }: StaffMember
): FilledForm | undefined {
  if (request.method() !== 'GET' || request.header('x-fragment') || !session.has(KEY)) return
  const kept = encryption.decrypt<KeptForm>(session.pull(KEY))
  return kept?.page === request.url(true) && kept.author === id ? kept : undefined
}

/** The page of ours that the form stands on; undefined when another site has sent it. */
function pageOfForm({ request }: HttpContext): string | undefined {
  const referrer = URL.parse(request.header('referer') ?? '')
  if (referrer?.host !== request.host()) return undefined
  return referrer.pathname + referrer.search
}

function pairsOf(request: HttpContext['request']): [string, string][] {
  if (request.method() !== 'POST' || !request.is(['application/x-www-form-urlencoded'])) return []
  return [...new URLSearchParams(request.raw() ?? '')].filter(([name]) => !LEFT_OUT.test(name))
}
