import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { priceText } from '#app/money/price_text'
import { type PurchaseOrder, totalOf } from '#app/purchasing/purchase_order_query'

/** An order as its supplier reads it, in French. */
export default class PurchaseOrderMail extends BaseMail {
  constructor(
    readonly order: PurchaseOrder,
    readonly email: string
  ) {
    super()
  }

  prepare() {
    const { order, email } = this
    const i18n = i18nManager.locale('fr')
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const subject = t('purchases.mail_subject', { number: order.number })
    const total = priceText(totalOf(order), 'fr')
    const lines = order.lines.map(({ ordered, reference, sku, nameFr, cost }) => ({
      ...{
        quantity: ordered,
        reference: reference ?? sku,
        name: nameFr,
        cost: priceText(cost, 'fr'),
      },
      total: priceText(ordered * cost, 'fr'),
    }))
    const written = lines.map(
      ({ quantity, reference, name, cost }) => `${quantity} × ${reference} ${name}: ${cost}`
    )
    this.message
      .to(email, order.supplier)
      .subject(subject)
      .htmlView('mails/purchase_order', { t, order, lines, total, subject })
      .text([subject, ...written, `${t('purchases.total')}: ${total}`].join('\n'))
  }
}
