import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import type Customer from '#app/customers/customer'
import { appUrl } from '#config/app'

/** What a customer is told about the account; each has its texts in `customers.json`. */
export type Notice = 'reset' | 'guessing' | 'loginEnded' | 'registeredAgain'

/** A mail about an account, in the language of its owner. `path` is a page of the shop. */
export default class CustomerMail extends BaseMail {
  constructor(
    readonly customer: Pick<Customer, 'email' | 'fullName' | 'locale'>,
    readonly notice: Notice,
    readonly path = '/password/forgot'
  ) {
    super()
  }

  prepare() {
    const { locale, email, fullName } = this.customer
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const texts = `customers.${this.notice}`
    const url = `${appUrl}${this.path}`
    this.message
      .to(email, fullName)
      .subject(t(`${texts}.subject`))
      .htmlView('mails/account', { t, texts, url, name: fullName, locale })
      .text(`${t(`${texts}.text`)}\n${url}\n${t(`${texts}.advice`)}`)
  }
}
