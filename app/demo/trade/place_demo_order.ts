import db from '@adonisjs/lucid/services/db'
import { offered } from '#app/checkout/choose_shipping'
import { currentLines } from '#app/checkout/current_prices'
import { placedPurchase, usePromotions } from '#app/checkout/placed_purchase'
import { missingOf } from '#app/checkout/stock_refusals'
import type { DemoBuyer } from '#app/demo/trade/buyers'
import { DEMO } from '#app/demo/trade/demo_acting'
import type { Goods } from '#app/demo/trade/goods'
import { reserveStock } from '#app/inventory/reservations'
import { holderOfOrder, newOrder, placeOrder } from '#app/orders/placing/place_order'
import { createPayment } from '#app/payments/intents/create_payment'
import type { Payment } from '#app/payments/payment'
import { actAs } from '#app/platform/database/act_as'
import { applyPromotions } from '#app/pricing/apply_promotions'
import { offersQuery } from '#app/pricing/offers_query'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'

export type DemoPurchase = {
  goods: Goods[]
  buyer: DemoBuyer
  paymentMethod: 'cod' | 'transfer'
  optionId?: string
  couponId?: number
}

/** Places an order as a checkout does, at the prices of now; without an address for mails. */
export function placeDemoOrder({
  goods,
  buyer,
  paymentMethod,
  optionId = 'home',
  couponId,
}: DemoPurchase): Promise<Payment> {
  const { governorate, ...contact } = buyer.address
  return db.transaction(async (trx) => {
    await actAs(trx, DEMO)
    const wanted = goods.map(({ price, brand, category, ...line }, nth) => ({
      ...{ ...line, quantity: nth ? 1 : 2, unitPrice: 0, discount: 0 },
    }))
    const present = await currentLines(wanted, buyer.groupId, trx)
    const bidder = { ...buyer, phone: contact.phone, couponId: couponId ?? null }
    const { lines: discounts, applied } = applyPromotions(present, await offersQuery(bidder, trx))
    const lines = present.map(({ brandId, category, ...line }, nth) => ({
      ...{ ...line, discount: discounts[nth] },
    }))
    const option = offered(await shippingOptionsQuery(governorate, trx), optionId)
    const decided = { lines, promotions: applied, shippingPrice: option.price }
    const terms = { paymentMethod, shippingOption: option.code, governorate, locale: buyer.locale }
    const data = placedPurchase(decided, terms)
    const by = { actor: DEMO.actor, customerId: buyer.customerId }
    const order = newOrder(await placeOrder(data, { ...contact, email: null }, by, trx), data)
    const payment = await createPayment(order, paymentMethod, DEMO.actor, trx)
    await usePromotions(decided, order.number, { ...by, phone: contact.phone }, trx)
    const missing = await reserveStock(holderOfOrder(order.number), lines, null, trx)
    if (missing.length) throw missingOf(missing, lines)
    return payment
  })
}
