import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type StaffMember from '#app/staff/members/staff_member'
import { appUrl } from '#config/app'

/** What somebody is told about their account; each has its texts in `mails.json`. */
export type Notice = 'reset' | 'invited' | 'loginEnded' | 'guessing' | 'guessingCodes'

/** A mail about an account, in the language of its owner, with the page where to do something about it. */
export default class AccountMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly notice: Notice,
    readonly path = '/admin/password/forgot'
  ) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.member
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const texts = `mails.${this.notice}`
    const url = `${appUrl}${this.path}`
    this.message
      .to(email, fullName)
      .subject(t(`${texts}.subject`))
      .htmlView('mails/account', { t, texts, url, name: fullName, locale })
      .text(`${t(`${texts}.text`)}\n${url}\n${t(`${texts}.advice`)}`)
  }
}
