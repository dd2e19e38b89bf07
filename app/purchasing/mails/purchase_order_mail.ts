import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { dinars } from '#app/money/dinars'
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
    const total = dinars(totalOf(order))
    const lines = order.lines.map(({ ordered, reference, sku, nameFr, cost }) => ({
      ...{ quantity: ordered, reference: reference ?? sku, name: nameFr, cost: dinars(cost) },
      total: dinars(ordered * cost),
    }))
    const written = lines.map(
      ({ quantity, reference, name, cost }) => `${quantity} × ${reference} ${name}: ${cost} DT`
    )
    this.message
      .to(email, order.supplier)
      .subject(subject)
      .htmlView('mails/purchase_order', { t, order, lines, total, subject })
      .text([subject, ...written, `${t('purchases.total')}: ${total} DT`].join('\n'))
  }
}
