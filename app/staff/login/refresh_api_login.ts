import mail from '@adonisjs/mail/services/main'
import { renewLogin, staleToken } from '#app/platform/auth/renew_login'
import AccountMail from '#app/staff/mails/account_mail'
import { type ApiLogin, loginsOfStaff } from '#app/staff/login/staff_logins'
import StaffMember from '#app/staff/members/staff_member'

/**
 * Renews a login: a fresh access token and the next refresh token. When a token comes again that was
 * replaced before, the login ends and its owner is told. Throws the same 401 whatever is wrong.
 */
export async function refreshApiLogin(token: string): Promise<ApiLogin> {
  const renewal = await renewLogin(loginsOfStaff, token)
  const member = renewal && (await StaffMember.find(renewal.userId))
  if (!member || member.disabledAt) throw staleToken()
  if (renewal.isReused) {
    await mail.sendLater(new AccountMail(member, 'loginEnded'))
    throw staleToken()
  }
  const tokens = await loginsOfStaff.tokensOf(member.id, renewal.sid, renewal.generation)
  return { member, ...tokens }
}
