import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { offered } from '#app/checkout/choose_shipping'
import type { Decided, Terms } from '#app/checkout/placed_purchase'
import { promotedLines } from '#app/checkout/promoted_lines'
import { nothingLeft } from '#app/edits/edit_refusals'
import { editedLines } from '#app/edits/edited_lines'
import type { KeptOrder } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/placing/place_order'
import type { Applied, Offer } from '#app/pricing/apply_promotions'
import { type UsedOffer, usedOffersQuery } from '#app/pricing/offers_query'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import type { Address } from '#app/tunisia/address'

/** What is to be another than it is; `lines` are all lines then. `optionId` is a way of delivery. */
export type OrderEdit = {
  reason: string
  lines?: { sku: string; quantity: number }[]
  address?: Address
  optionId?: string
}

/**
 * What an order will be after an edit. The promotions it uses are computed again for its new lines, also
 * when they have ended meanwhile; none comes in, and one that does not hold for these lines falls away.
 */
export async function decideEdit(
  order: KeptOrder,
  { lines: wanted, address, optionId }: OrderEdit,
  trx: TransactionClientContract
): Promise<{ decided: Decided; terms: Terms }> {
  if (wanted?.length === 0) throw nothingLeft()
  const used = await usedOffersQuery(holderOfOrder(order.number), trx)
  const terms = {
    ...{ paymentMethod: order.paymentMethod, locale: order.locale },
    governorate: address?.governorate ?? order.governorate,
    shippingOption: optionId ?? order.shippingOption,
  }
  const shippingPrice = await shippingPriceOf(order, terms, used, trx)
  const goods = isAsOrdered(order, wanted)
    ? { lines: order.lines, promotions: used.map(asPromised) }
    : promotedLines(
        await editedLines(order, wanted!, trx),
        used.map(({ offer }) => offer)
      )
  return { decided: { ...goods, shippingPrice }, terms }
}

const isAsOrdered = ({ lines }: KeptOrder, wanted: OrderEdit['lines']) =>
  wanted === undefined ||
  (wanted.length === lines.length &&
    wanted.every(({ sku, quantity }, at) => {
      return lines[at].sku === sku && lines[at].quantity === quantity
    }))

/** What was promised for lines that stay, whatever has become of the promotion. */
const asPromised = ({ offer, amount }: UsedOffer): Applied => {
  const { id, code, name } = offer
  const freeDelivery = isDelivery(offer)
  return { id, code, name, freeDelivery, amount: freeDelivery ? 0 : amount }
}

const isDelivery = ({ kind }: Offer) => kind === 'free_delivery'

/** As it was while neither place nor way change, before promotions; otherwise what it costs today. */
async function shippingPriceOf(
  order: KeptOrder,
  { governorate, shippingOption }: Terms,
  used: UsedOffer[],
  trx: TransactionClientContract
): Promise<number> {
  if (governorate === order.governorate && shippingOption === order.shippingOption) {
    return used.find(({ offer }) => isDelivery(offer))?.amount ?? order.shipping
  }
  const options = await shippingOptionsQuery(governorate, trx)
  return offered(options, shippingOption).price
}
