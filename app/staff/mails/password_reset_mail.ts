import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type StaffMember from '#app/staff/staff_member'
import { appUrl } from '#config/app'

/** The link to choose a new password, in the reader's language. */
export default class PasswordResetMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly token: string
  ) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.member
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const url = `${appUrl}/admin/password/reset/${this.token}`
    this.message
      .to(email, fullName)
      .subject(t('mails.reset.subject'))
      .htmlView('mails/password_reset', { t, url, name: fullName, locale })
      .text(`${t('mails.reset.text')}\n${url}\n${t('mails.reset.ignore')}`)
  }
}
