import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectLocation } from '#app/inventory/adjust_stock'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { lockedPurchaseOrder } from '#app/purchasing/purchase_order_query'
import { movedOn } from '#app/purchasing/purchase_refusals'
import type { PurchaseInput, PurchasePatch } from '#app/purchasing/purchase_validators'
import { type WantedLine, writeLines } from '#app/purchasing/write_lines'

const DEFAULT_PLACE = 'depot'

/** Begins an order to a supplier. Returns its number. */
export function draftPurchaseOrder(input: PurchaseInput, acting: Acting): Promise<string> {
  const { supplierId, location = DEFAULT_PLACE, expectedOn = null, notes = null, lines } = input
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await expectActive(supplierId, trx)
    const number = await insertDraft(
      { supplierId, locationId: await expectLocation(location, { trx }), expectedOn, notes },
      acting,
      trx
    )
    if (lines) await fill(number, lines, trx)
    return number
  })
}

/** Replaces the lines of a draft. Throws 404, and 409 once it is sent. */
export function replaceLines(number: string, lines: WantedLine[], acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await fill(number, lines, trx)
  })
}

/** Changes what is said about an order, until it is over; where it goes, until it is sent. */
export function changePurchaseOrder(
  number: string,
  { location, ...facts }: PurchasePatch,
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedPurchaseOrder(number, trx)
    const isOver = order.state === 'closed' || order.state === 'cancelled'
    const isMoved = location !== undefined && location !== order.location
    if (isOver || (isMoved && order.state !== 'draft')) throw movedOn(order)
    const { expectedOn, supplierReference, notes } = { ...order, ...given(facts) }
    await sql(
      `update purchase_orders set location_id = $2, expected_on = $3, supplier_reference = $4, notes = $5
       where id = $1`,
      [
        order.id,
        isMoved ? await expectLocation(location, { trx }) : order.locationId,
        ...[expectedOn, supplierReference, notes],
      ],
      trx
    )
  })
}

const given = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

type Draft = {
  supplierId: number
  locationId: number
  expectedOn: string | null
  notes: string | null
}

export async function insertDraft(
  { supplierId, locationId, expectedOn, notes }: Draft,
  { actor }: Acting,
  trx: TransactionClientContract
): Promise<string> {
  const [{ number }] = await sql<{ number: string }>(
    `insert into purchase_orders (supplier_id, location_id, expected_on, notes, created_by)
     values ($1, $2, $3, $4, $5) returning number`,
    [supplierId, locationId, expectedOn, notes, actor],
    trx
  )
  return number
}

async function fill(number: string, lines: WantedLine[], trx: TransactionClientContract) {
  const order = await lockedPurchaseOrder(number, trx)
  if (order.state !== 'draft') throw movedOn(order)
  await writeLines(order, lines, trx)
}

async function expectActive(supplierId: number, trx: TransactionClientContract) {
  const found = await sql('select id from suppliers where id = $1 and active', [supplierId], trx)
  if (found.length === 0)
    throw invalid('supplierId', 'exists', 'Choose a supplier that is bought from')
}
