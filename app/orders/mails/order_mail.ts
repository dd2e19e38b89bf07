import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { dinars } from '#app/money/dinars'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { OrderPage } from '#app/orders/order_query'

/** Tells the buyer what was ordered, in the language of the order. */
export default class OrderMail extends BaseMail {
  constructor(
    readonly order: OrderPage,
    readonly email: string
  ) {
    super()
  }

  prepare() {
    const { order, email } = this
    const locale = order.locale as Locale
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const name = order.contact?.fullName ?? ''
    const lines = order.lines.map((line) => ({
      name: inLocale(locale, line.nameFr, line.nameAr),
      quantity: line.quantity,
      total: dinars(line.lineTotal),
    }))
    const totals = { shipping: dinars(order.shipping), total: dinars(order.total) }
    const text = lines.map((line) => `${line.quantity} × ${line.name}: ${line.total} DT`)
    const subject = t('orders.mail_subject', { number: order.number })
    this.message
      .to(email, name)
      .subject(subject)
      .htmlView('mails/order', { t, locale, name, order, lines, totals, subject })
      .text([subject, ...text, `${t('orders.total')}: ${totals.total} DT`].join('\n'))
  }
}
