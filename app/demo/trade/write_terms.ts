import type { Goods } from '#app/demo/trade/goods'
import { DEMO } from '#app/demo/trade/demo_acting'
import { sql } from '#app/platform/database/sql'
import { createCustomerGroup } from '#app/pricing/write_customer_group'
import { createPriceList } from '#app/pricing/write_price_list'
import { setPriceRule } from '#app/pricing/write_price_rule'
import { createPromotion } from '#app/pricing/write_promotion'

const GROUP = { code: 'garages', name: 'Garages' }
const LISTED = 12
const PERCENT_OFF = 12

/** Terms of garages with a price list of theirs, and a coupon for everybody. */
export async function writeTerms(goods: Goods[]) {
  const groupId = await writeGroup()
  await writeList(goods)
  const couponId = await createPromotion(
    { name: 'Bienvenue : 10 %', code: 'BIENVENUE', kind: 'percent', percent: 10, maxUses: 500 },
    DEMO
  )
  return { groupId, couponId }
}

/** A group outlives its demo: customers are in it. */
async function writeGroup(): Promise<number> {
  const [known] = await sql<{ id: number }>('select id from customer_groups where code = $1', [
    GROUP.code,
  ])
  return known?.id ?? createCustomerGroup(GROUP, DEMO)
}

/** Half of it as percent off, half as net prices in whole tenths of a dinar. */
async function writeList(goods: Goods[]) {
  const id = await createPriceList({ name: 'Tarif garages', group: GROUP.code }, DEMO)
  for (const [nth, { sku, price }] of goods.slice(0, LISTED).entries()) {
    const net = Math.round((price * (100 - PERCENT_OFF)) / 10_000) * 100
    const rule = nth % 2 ? { sku, price: net } : { sku, percentOff: PERCENT_OFF }
    await setPriceRule(id, rule, { acting: DEMO })
  }
}
