import type { DemoBuyer } from '#app/demo/trade/buyers'
import type { Goods } from '#app/demo/trade/goods'
import { DEMO } from '#app/demo/trade/demo_acting'
import { acceptQuote } from '#app/quotes/accept_quote'
import { extendQuote } from '#app/quotes/extend_quote'
import { refuseQuote } from '#app/quotes/refuse_quote'
import { drawUpQuote } from '#app/quotes/draw_up_quote'

const HOURS = 72

/** Quotes that wait, one that became an order, one that nobody wanted. */
export async function writeQuotes(goods: Goods[], buyers: DemoBuyer[]): Promise<void> {
  const asked = goods.slice(0, 8)
  const numbers: string[] = []
  for (const [nth, buyer] of buyers.slice(1, 5).entries()) {
    const items = asked.slice(nth * 2, nth * 2 + 2).map(({ sku }) => ({ sku, quantity: 1 }))
    numbers.push(await drawUp(buyer, items))
  }
  const [waiting, accepted, refused] = numbers
  await extendQuote(waiting, HOURS, DEMO)
  const { address } = buyers[2]
  await acceptQuote(accepted, { address, optionId: 'home', paymentMethod: 'cod' }, DEMO)
  await refuseQuote(refused, 'Trouvé moins cher ailleurs', DEMO)
}

function drawUp(
  { customerId, groupId, locale, address }: DemoBuyer,
  items: { sku: string; quantity: number }[]
) {
  const contact = { fullName: address.fullName, phone: address.phone, email: null }
  return drawUpQuote({ items, contact, locale }, { customerId, groupId }, DEMO)
}
