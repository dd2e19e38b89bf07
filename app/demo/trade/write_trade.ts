import { goodsOf } from '#app/demo/trade/goods'
import { writeBuyers } from '#app/demo/trade/buyers'
import { writeOrders } from '#app/demo/trade/write_orders'
import { writePurchases } from '#app/demo/trade/write_purchases'
import { writeQuotes } from '#app/demo/trade/write_quotes'
import { writePriceWork } from '#app/demo/trade/write_price_work'
import { writeTerms } from '#app/demo/trade/write_terms'
import { writeUnmetDemand } from '#app/demo/trade/write_unmet_demand'

/** What is sold in the demo comes from so many products; a smaller shop has sold nothing yet. */
const FEWEST = 40

/**
 * Trades a little in a shop that has been filled, so that its pages show every state of orders, quotes and
 * orders to suppliers, all of today. Everything goes the way people go, by the same actions, and nobody
 * gets a mail: no buyer has left an address on an order, and suppliers are told by hand.
 */
export async function writeTrade(seed: number): Promise<void> {
  const goods = await goodsOf(seed)
  if (goods.length < FEWEST) return
  const terms = await writeTerms(goods)
  const buyers = await writeBuyers(terms.groupId)
  await writePurchases(seed)
  await writeOrders({ seed, goods, buyers, couponId: terms.couponId })
  await writeQuotes(goods, buyers)
  await writePriceWork(goods)
  await writeUnmetDemand()
}
