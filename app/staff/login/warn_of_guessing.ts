import mail from '@adonisjs/mail/services/main'
import { defineJob } from '#app/platform/jobs/job'
import AccountMail from '#app/staff/mails/account_mail'
import StaffMember from '#app/staff/members/staff_member'

/**
 * Mails the owner of an account that somebody keeps trying passwords, or codes. A job, so that an
 * attempt takes the same time whether or not the address has an account.
 */
export const warnOfGuessing = defineJob<{ email: string; notice: 'guessing' | 'guessingCodes' }>({
  name: 'staff.warn_of_guessing',
  async handle({ data: { email, notice } }) {
    const member = await StaffMember.findBy('email', email)
    if (member && !member.disabledAt) await mail.send(new AccountMail(member, notice))
  },
})
