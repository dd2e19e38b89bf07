import type { I18n } from '@adonisjs/i18n'
import { GUEST } from '#app/customers/guest'
import { actorInWords } from '#app/platform/audit/actor_in_words'
import { SHOP } from '#app/orders/shop_actor'

/** Who did something to an order, as the desk reads it: buyers, and the shop by itself, have no name there. */
export function authorInWords(author: string, i18n: I18n): string {
  if (author === GUEST || author.startsWith('customer:')) return i18n.t('orders.guest')
  return author === SHOP ? i18n.t('orders.shop') : actorInWords(author, i18n)
}
