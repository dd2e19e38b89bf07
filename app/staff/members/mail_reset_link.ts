import mail from '@adonisjs/mail/services/main'
import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import AccountMail from '#app/staff/mails/account_mail'
import { hashOf, newResetToken } from '#app/platform/auth/reset_token'
import StaffMember from '#app/staff/members/staff_member'

/** How long a link works: asked for by somebody at the login page, or sent to whoever is new. */
const HOURS = { reset: 0.5, invited: 72 } as const

/**
 * Mails a link that sets a password once, when the address has an account. A job, so that asking for
 * one takes the same time whether or not it has.
 */
export const mailResetLink = defineJob<{ email: string; notice: keyof typeof HOURS }>({
  name: 'staff.mail_reset_link',
  async handle({ data: { email, notice } }) {
    const member = await StaffMember.findBy('email', email)
    if (!member || member.disabledAt) return
    const token = newResetToken()
    await sql(
      `insert into password_resets (token_hash, staff_member_id, expires_at)
       values ($1, $2, now() + $3 * interval '1 hour')`,
      [hashOf(token), member.id, HOURS[notice]]
    )
    await mail.sendLater(new AccountMail(member, notice, `/admin/password/reset/${token}`))
  },
})
