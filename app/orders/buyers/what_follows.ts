import type { I18n } from '@adonisjs/i18n'
import env from '#start/env'
import { priceText } from '#app/money/price_text'
import { isPaid, type Order } from '#app/orders/order_state'
import type { Locale } from '#app/platform/http/locale'
import { isolated } from '#app/platform/text/isolated'
import { PICKUP } from '#app/shipping/shipping_options_query'

type Followed = Order & { number: string }

/** What a buyer may expect next of an order, and has to do for it: sentences for a page and for mails alike. */
export function whatFollows(order: Followed, i18n: I18n): string[] {
  const values = {
    number: isolated(order.number),
    total: isolated(priceText(order.total, i18n.locale as Locale)),
    account: isolated(env.get('SELLER_BANK_ACCOUNT') ?? ''),
    address: isolated(env.get('SELLER_ADDRESS') ?? ''),
  }
  return sentencesOf(order).map((sentence) => i18n.t(`order_page.follows_${sentence}`, values))
}

function sentencesOf(order: Followed): string[] {
  if (order.deliveryState === 'returned') return ['returned', ...moneyBack(order)]
  if (order.state === 'cancelled') return ['cancelled', ...moneyBack(order)]
  if (order.state === 'completed') return [isCollected(order) ? 'collected' : 'delivered']
  if (order.deliveryState === 'shipped') return ['shipped', ...payment(order)]
  if (order.deliveryState === 'partially_shipped') return ['rest', ...payment(order)]
  return [...payment(order), ...delivery(order)]
}

const moneyBack = (order: Followed) => (isPaid(order) ? ['money_back'] : [])

function payment(order: Followed): string[] {
  if (order.paymentState !== 'due') return isPaid(order) ? ['paid'] : []
  if (order.paymentMethod === 'cod') return cash(order)
  if (order.paymentMethod !== 'transfer') return ['pay']
  return [env.get('SELLER_BANK_ACCOUNT') ? 'transfer' : 'ask_account']
}

/** Whoever collects is called when the pieces are ready; whoever waits at home, before they leave. */
function cash(order: Followed): string[] {
  if (isCollected(order)) return ['pay_at_counter']
  return order.state === 'placed' ? ['call', 'pay_at_door'] : ['pay_at_door']
}

function delivery(order: Followed): string[] {
  const waits = order.paymentState === 'due' && order.paymentMethod !== 'cod'
  return [...(waits ? ['wait_for_money'] : []), isCollected(order) ? pickup() : 'dispatch']
}

const pickup = () => (env.get('SELLER_ADDRESS') ? 'pickup' : 'pickup_at_shop')

const isCollected = ({ shippingOption }: Followed) => shippingOption === PICKUP
