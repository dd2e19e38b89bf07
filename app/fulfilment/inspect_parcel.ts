import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectLocation } from '#app/inventory/adjust_stock'
import { takeBackStock } from '#app/inventory/ship_stock'
import { moveCash } from '#app/payments/by_hand/move_cash'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { lockedParcel, moveParcel, tellEnd } from '#app/fulfilment/follow_parcel'
import type { Parcel, ParcelLine } from '#app/fulfilment/parcels_query'

/** How many of a SKU may be sold again; the others are written off. */
export type Inspected = { sku: string; restocked: number }

/**
 * A refused parcel is back and was looked at: what is good is in stock again at a place, the rest is written off. Lines
 * that are not told of are good. Throws 404, 409, and 422 for pieces that were not in it.
 */
export function inspectParcel(
  id: number,
  { location, lines }: { location: string; lines: Inspected[] },
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const locationId = await expectLocation(location, { trx })
    const parcel = await lockedParcel(id, trx)
    await moveParcel(parcel, 'returned', trx)
    const seen = judged(parcel, lines)
    await keepVerdicts(parcel, seen, trx)
    const { actor } = acting
    if (parcel.cash > 0) await moveCash(parcel.orderId, 'refused', { actor }, trx)
    await tellEnd(parcel, 'order.parcel_returned', actor, trx)
    await takeBackStock(seen, locationId, { document: parcel.number, actor }, trx)
  })
}

type Judged = { position: number; productId: number; restocked: number; lost: number }

function judged({ lines }: Parcel, inspected: Inspected[]): Judged[] {
  for (const { sku, restocked } of inspected) {
    const sent = lines
      .filter((line) => line.sku === sku)
      .reduce((sum, one) => sum + one.quantity, 0)
    if (restocked > sent) {
      throw invalid('lines', 'in_parcel', `There were ${sent} pieces of ${sku} in the parcel`)
    }
  }
  const good = new Map(inspected.map(({ sku, restocked }) => [sku, restocked]))
  return lines.map((line) => judge(line, good))
}

/** The same SKU on two lines is counted once. */
function judge({ position, productId, sku, quantity }: ParcelLine, good: Map<string, number>) {
  const restocked = Math.min(quantity, good.get(sku) ?? quantity)
  if (good.has(sku)) good.set(sku, good.get(sku)! - restocked)
  return { position, productId, restocked, lost: quantity - restocked }
}

const keepVerdicts = ({ id }: Parcel, seen: Judged[], trx: TransactionClientContract) =>
  sql(
    `update parcel_lines l set restocked = s.restocked, written_off = s.lost
     from jsonb_to_recordset($2) as s (position smallint, restocked int, lost int)
     where l.parcel_id = $1 and l.position = s.position`,
    [id, JSON.stringify(seen)],
    trx
  )
