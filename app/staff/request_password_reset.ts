import mail from '@adonisjs/mail/services/main'
import { sql } from '#app/platform/database/sql'
import AccountMail from '#app/staff/mails/account_mail'
import { hashOf, newResetToken } from '#app/staff/reset_token'
import StaffMember from '#app/staff/staff_member'

/** Mails a link that works once within 30 minutes, when the address has an account. */
export async function requestPasswordReset(email: string) {
  const member = await StaffMember.findBy('email', email.trim().toLowerCase())
  if (!member || member.disabledAt) return
  const token = newResetToken()
  await sql(
    `insert into password_resets (token_hash, staff_member_id, expires_at)
     values ($1, $2, now() + interval '30 minutes')`,
    [hashOf(token), member.id]
  )
  // Sent after the answer has left: the time it takes would tell that the account exists.
  await mail.sendLater(new AccountMail(member, 'reset', `/admin/password/reset/${token}`))
}
