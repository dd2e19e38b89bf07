import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { priceText } from '#app/money/price_text'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { KeptOrder } from '#app/orders/order_query'

/** What an order tells its buyer of. */
export type OrderNews = 'placed' | 'edited'

/** Tells the buyer what was ordered, or what the order is after a change, in the language of the order. */
export default class OrderMail extends BaseMail {
  constructor(
    readonly order: KeptOrder,
    readonly email: string,
    readonly news: OrderNews
  ) {
    super()
  }

  prepare() {
    const { order, email, news } = this
    const locale = order.locale as Locale
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const name = order.contact?.fullName ?? ''
    const lines = order.lines.map((line) => ({
      name: inLocale(locale, line.nameFr, line.nameAr),
      quantity: line.quantity,
      total: priceText(line.lineTotal, locale),
    }))
    const totals = {
      shipping: priceText(order.shipping, locale),
      total: priceText(order.total, locale),
    }
    const text = lines.map((line) => `${line.quantity} × ${line.name}: ${line.total}`)
    const mail = news === 'placed' ? 'orders.mail' : 'orders.mail_edited'
    const subject = t(`${mail}_subject`, { number: order.number })
    const intro = t(`${mail}_text`)
    this.message
      .to(email, name)
      .subject(subject)
      .htmlView('mails/order', { t, locale, name, order, lines, totals, subject, intro })
      .text([subject, intro, ...text, `${t('orders.total')}: ${totals.total}`].join('\n'))
  }
}
