import { DEMO } from '#app/demo/trade/demo_acting'
import { Random } from '#app/demo/random'
import { sql } from '#app/platform/database/sql'
import { draftPurchaseOrder } from '#app/purchasing/draft_purchase_order'
import { movePurchaseOrder } from '#app/purchasing/move_purchase_order'
import { receiveDelivery } from '#app/purchasing/receive_delivery'

type Line = { sku: string; quantity: number }

/** How far an order to a supplier has come. */
type Stage = { sent?: boolean; confirmed?: boolean; received?: 'some' | 'all'; late?: boolean }

const STAGES: Stage[] = [
  {},
  { sent: true, late: true },
  { sent: true, confirmed: true },
  { sent: true, confirmed: true, received: 'some' },
  { sent: true, confirmed: true, received: 'all' },
  { sent: true, received: 'all' },
]
const LINES = 4
const LATE_DAYS = 3

/** What suppliers offer that runs low, dearest first. */
const OFFERED = `
  select o.supplier_id as "supplierId", p.sku, o.pack
  from supplier_offers o join products p on p.id = o.product_id and p.status = 'active' and p.deleted_at is null
  order by (select coalesce(sum(on_hand - reserved), 0) from stock_levels s where s.product_id = p.id), p.sku limit 600`

/** Orders to suppliers, one at every stage. */
export async function writePurchases(seed: number): Promise<void> {
  const random = new Random(seed, 'purchases')
  const offers = await sql<{ supplierId: number; sku: string; pack: number }>(OFFERED)
  const suppliers = [...Map.groupBy(offers, ({ supplierId }) => supplierId)].sort(
    ([a], [b]) => a - b
  )
  if (suppliers.length === 0) return
  for (const [nth, stage] of STAGES.entries()) {
    const [supplierId, offered] = suppliers[nth % suppliers.length]
    const lines = offered.splice(0, LINES).map(({ sku, pack }) => ({
      ...{ sku, quantity: pack * random.integer(2, 6) },
    }))
    if (lines.length > 0) await order(supplierId, lines, stage)
  }
}

async function order(supplierId: number, lines: Line[], stage: Stage) {
  const expectedOn = stage.late ? await daysAgo(LATE_DAYS) : null
  const number = await draftPurchaseOrder({ supplierId, expectedOn, lines }, DEMO)
  if (stage.sent) await movePurchaseOrder(number, 'sending', { mail: false }, DEMO)
  if (stage.confirmed) await movePurchaseOrder(number, 'confirmation', {}, DEMO)
  if (!stage.received) return
  const delivery = { deliveryNote: `BL-${number.slice(-5)}`, lines: cameOf(lines, stage.received) }
  await receiveDelivery(number, 'demo', delivery, DEMO)
}

/** The first half of what was ordered and a piece that is broken, or all of it. */
const cameOf = (lines: Line[], received: 'some' | 'all') =>
  received === 'all'
    ? lines.map(({ sku, quantity }) => ({ sku, accepted: quantity }))
    : lines
        .slice(0, Math.ceil(lines.length / 2))
        .map(({ sku, quantity }, nth) => ({ sku, accepted: quantity - 1, refused: nth ? 0 : 1 }))

async function daysAgo(days: number): Promise<string> {
  const [{ day }] = await sql<{ day: string }>('select (day_in_tunis() - $1::int)::text as day', [
    days,
  ])
  return day
}
