import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { dinars } from '#app/money/dinars'
import { orderAddress } from '#app/orders/buyers/order_address'
import type { KeptOrder } from '#app/orders/order_query'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { Parcel } from '#app/fulfilment/parcels_query'

/** Tells the buyer that a parcel is on its way, in the language of the order. */
export default class ShipmentMail extends BaseMail {
  constructor(
    readonly order: KeptOrder,
    readonly parcel: Parcel,
    readonly email: string
  ) {
    super()
  }

  prepare() {
    const { order, parcel, email } = this
    const locale = order.locale as Locale
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, data)
    const name = order.contact?.fullName ?? ''
    const lines = parcel.lines.map((line) => ({
      ...{ quantity: line.quantity, name: inLocale(locale, line.nameFr, line.nameAr) },
    }))
    const cash = parcel.cash > 0 ? dinars(parcel.cash) : null
    const subject = t('shipments.mail_subject', { number: order.number })
    const carried = t('shipments.mail_text', {
      ...{ carrier: parcel.carrier, tracking: parcel.trackingNumber ?? '—' },
    })
    const url = orderAddress(order.number, locale)
    this.message
      .to(email, name)
      .subject(subject)
      .htmlView('mails/shipment', { t, locale, name, lines, cash, carried, subject, url })
      .text(
        [
          ...[subject, carried, ...lines.map((line) => `${line.quantity} × ${line.name}`)],
          ...(cash ? [t('shipments.mail_cash', { amount: cash })] : []),
          ...['', t('orders.mail_page'), url, t('orders.mail_advice')],
        ].join('\n')
      )
  }
}
