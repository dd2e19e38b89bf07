import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type StaffMember from '#app/staff/staff_member'
import { appUrl } from '#config/app'

/** Tells somebody that a login was ended because its token was used twice. */
export default class LoginEndedMail extends BaseMail {
  constructor(readonly member: StaffMember) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.member
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const url = `${appUrl}/admin/password/forgot`
    this.message
      .to(email, fullName)
      .subject(t('mails.loginEnded.subject'))
      .htmlView('mails/login_ended', { t, url, name: fullName, locale })
      .text(`${t('mails.loginEnded.text')}\n${t('mails.loginEnded.advice')}\n${url}`)
  }
}
