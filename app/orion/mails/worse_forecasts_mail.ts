import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type { Worse } from '#app/orion/forecasts/warn_of_worse_forecasts'
import type StaffMember from '#app/staff/members/staff_member'
import { appUrl } from '#config/app'

/** Tells somebody that forecasts were worse than their model had promised. */
export default class WorseForecastsMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly worse: Worse
  ) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.member
    const i18n = i18nManager.locale(locale)
    const { wql95, promised } = this.worse
    const figures = { measured: wql95.toFixed(2), promised: promised.toFixed(2) }
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, { ...figures, ...data })
    const texts = 'mails.worseForecasts'
    const url = `${appUrl}/admin/forecasts/model`
    this.message
      .to(email, fullName)
      .subject(t(`${texts}.subject`))
      .htmlView('mails/account', { t, texts, url, name: fullName, locale })
      .text(`${t(`${texts}.text`)}\n${url}\n${t(`${texts}.advice`)}`)
  }
}
