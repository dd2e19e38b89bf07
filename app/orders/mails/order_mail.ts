import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { priceText } from '#app/money/price_text'
import { orderAddress } from '#app/orders/buyers/order_address'
import { whatFollows } from '#app/orders/buyers/what_follows'
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
    const sums = [
      ...(order.discount > 0 ? [['discount', -order.discount] as const] : []),
      ...[['shipping', order.shipping] as const, ['total', order.total] as const],
    ].map(([sum, amount]) => ({ label: t(`orders.${sum}`), text: priceText(amount, locale) }))
    const mail = news === 'placed' ? 'orders.mail' : 'orders.mail_edited'
    const subject = t(`${mail}_subject`, { number: order.number })
    const intro = t(`${mail}_text`)
    const follows = whatFollows(order, i18n)
    const url = orderAddress(order.number, locale)
    this.message
      .to(email, name)
      .subject(subject)
      .htmlView('mails/order', {
        ...{ t, locale, name, order, lines, sums, subject, intro, follows, url },
      })
      .text(
        [
          ...[subject, intro, ...follows, ''],
          ...lines.map((line) => `${line.quantity} × ${line.name}: ${line.total}`),
          ...sums.map(({ label, text }) => `${label}: ${text}`),
          ...['', t('orders.mail_page'), url, t('orders.mail_advice')],
        ].join('\n')
      )
  }
}
