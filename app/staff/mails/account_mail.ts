import { NoticeMail } from '#app/platform/mail/notice_mail'
import type StaffMember from '#app/staff/members/staff_member'

/** What somebody is told about their account; each has its texts in `mails.json`. */
export type Notice = 'reset' | 'invited' | 'loginEnded' | 'guessing' | 'guessingCodes'

/** A mail to somebody of the staff about their account. */
export default class AccountMail extends NoticeMail {
  constructor(
    member: StaffMember,
    readonly notice: Notice,
    path = '/admin/password/forgot'
  ) {
    super(member, `mails.${notice}`, path)
  }
}
