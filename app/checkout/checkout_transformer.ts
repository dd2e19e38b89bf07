import { money, moneyOrNull } from '#app/money/money'
import { promotionAnswer } from '#app/pricing/promotion_transformer'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { availableMethods } from '#app/payments/payment_methods'
import type { ShippingOption } from '#app/shipping/shipping_options_query'
import type { CheckoutSession } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'

/** A session as the API tells it. */
export async function checkoutAnswer(session: CheckoutSession, locale: Locale) {
  const totals = checkoutTotals(session)
  return {
    id: session.id,
    state: session.state,
    expiresAt: session.expiresAt.toISOString(),
    items: session.lines.map((line, index) => ({
      sku: line.sku,
      name: inLocale(locale, line.nameFr, line.nameAr),
      quantity: line.quantity,
      unitPrice: money(line.unitPrice),
      lineTotal: money(totals.lines[index]),
      discount: money(line.discount),
    })),
    totals: {
      subtotal: money(totals.subtotal),
      discount: money(totals.discount),
      shipping: moneyOrNull(totals.shipping),
      tax: money(totals.tax),
      total: money(totals.total),
    },
    promotions: session.promotions.map(promotionAnswer),
    shippingAddress: session.address,
    shippingOption: session.shippingOption,
    paymentMethods: await availableMethods(),
  }
}

/** `days` are days of work, at least and at most. */
export const shippingOptionAnswer = (option: ShippingOption, locale: Locale) => ({
  id: option.code,
  kind: option.kind,
  name: inLocale(locale, option.nameFr, option.nameAr),
  price: money(option.price),
  days: { from: option.daysFrom, to: option.daysTo },
})
