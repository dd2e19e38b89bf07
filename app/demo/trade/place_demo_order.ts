import db from '@adonisjs/lucid/services/db'
import { offered } from '#app/checkout/choose_shipping'
import { currentLines } from '#app/checkout/current_prices'
import { placePurchase, usePromotions } from '#app/checkout/placed_purchase'
import { promotedLines } from '#app/checkout/promoted_lines'
import { missingOf } from '#app/inventory/stock_refusals'
import type { DemoBuyer } from '#app/demo/trade/buyers'
import { DEMO } from '#app/demo/trade/demo_acting'
import type { Goods } from '#app/demo/trade/goods'
import { reserveStock } from '#app/inventory/reservations'
import { holderOfOrder } from '#app/orders/placing/place_order'
import type { Payment } from '#app/payments/payment'
import { actAs } from '#app/platform/database/act_as'
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
    const bought = promotedLines(present, await offersQuery(bidder, trx))
    const option = offered(await shippingOptionsQuery(governorate, trx), optionId)
    const decided = { ...bought, shippingPrice: option.price }
    const terms = { paymentMethod, shippingOption: option.code, governorate, locale: buyer.locale }
    const by = { actor: DEMO.actor, customerId: buyer.customerId }
    const reached = { ...contact, email: null }
    const { order, payment } = await placePurchase(decided, terms, { contact: reached, by }, trx)
    await usePromotions(decided, order.number, { ...by, phone: contact.phone }, trx)
    const missing = await reserveStock(holderOfOrder(order.number), bought.lines, null, trx)
    if (missing.length) throw missingOf(missing, bought.lines)
    return payment
  })
}
