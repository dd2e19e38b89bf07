import type { HttpContext } from '@adonisjs/core/http'
import StaffMember from '#app/staff/members/staff_member'

/** Where a session remembers whose password was right, until the code is. */
const KEY = 'pending_login'
const MINUTES = 10

type Pending = { memberId: number; asOf: number; until: number }

/** Remembers that the password was right. The session gets a new id: it is worth more than before. */
export function rememberPassword({ session }: HttpContext, member: StaffMember) {
  session.regenerate()
  const until = Date.now() + MINUTES * 60_000
  session.put(KEY, { memberId: member.id, asOf: asOf(member), until } satisfies Pending)
}

/** Whose code is awaited; undefined when nobody's is, any longer, or the account has changed since. */
export async function pendingMember({ session }: HttpContext): Promise<StaffMember | undefined> {
  const pending = session.get(KEY) as Pending | undefined
  if (!pending || pending.until < Date.now()) return undefined
  const member = await StaffMember.find(pending.memberId)
  const isSame = member && !member.disabledAt && asOf(member) === pending.asOf
  return isSame ? member : undefined
}

export const forgetPassword = ({ session }: HttpContext) => session.forget(KEY)

const asOf = (member: StaffMember) => member.updatedAt.toMillis()
