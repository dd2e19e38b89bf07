import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type StaffMember from '#app/staff/staff_member'
import { appUrl } from '#config/app'

/** What somebody should know about their account; each has its texts in `mails.json`. */
export type Warning = 'loginEnded' | 'guessing'

/** Tells the owner of an account that something happened to it, and where to choose a new password. */
export default class SecurityMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly warning: Warning
  ) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.member
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const texts = `mails.${this.warning}`
    const url = `${appUrl}/admin/password/forgot`
    this.message
      .to(email, fullName)
      .subject(t(`${texts}.subject`))
      .htmlView('mails/security', { t, texts, url, name: fullName, locale })
      .text(`${t(`${texts}.text`)}\n${t(`${texts}.advice`)}\n${url}`)
  }
}
