import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { receiveStock } from '#app/inventory/receive_stock'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import {
  lockedPurchaseOrder,
  type PurchaseLine,
  type PurchaseOrder,
} from '#app/purchasing/purchase_order_query'
import { afterDelivery, mayReceive } from '#app/purchasing/purchase_order_state'
import { keyUsedOtherwise, movedOn, overDelivery } from '#app/purchasing/purchase_refusals'

/** What came: `accepted` pieces go to stock, `refused` ones go back; `invoicedCost` of a piece, in millimes without tax. */
export type Counted = { sku: string; accepted: number; refused?: number; invoicedCost?: number }
export type Delivery = {
  deliveryNote?: string | null
  /** More than was ordered may stay. */
  acceptOver?: boolean
  /** The products now cost what the invoice says, and without one what this order does. */
  updateCosts?: boolean
  lines: Counted[]
}
export type Received = { number: string; isNew: boolean }

/**
 * Takes a delivery in, in one transaction: the receipt, the stock (whoever waits for pieces gets them first), how
 * long it took, and what the products cost if asked for. The same `key` again is the same receipt. Throws 404,
 * 409 when nothing is awaited or more came than was ordered, 422 for what is not on the order.
 */
export function receiveDelivery(
  number: string,
  key: string,
  delivery: Delivery,
  acting: Acting
): Promise<Received> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedPurchaseOrder(number, trx)
    const known = await receiptOf(order, key, delivery, trx)
    if (known) return { number: known, isNew: false }
    if (!mayReceive(order.state)) throw movedOn(order)
    const came = matched(order, delivery)
    const receipt = await writeReceipt(order, key, delivery, came, acting, trx)
    if (delivery.updateCosts) await updateCosts(order, came, trx)
    const { locationId } = order
    await receiveStock(came, { locationId, reference: receipt, actor: acting.actor }, trx)
    return { number: receipt, isNew: true }
  })
}

type Came = {
  line: PurchaseLine
  productId: number
  pieces: number
  refused: number
  invoicedCost?: number
}

function matched({ lines }: PurchaseOrder, { lines: counted, acceptOver }: Delivery): Came[] {
  const came = new Map<number, Came>()
  for (const { sku, accepted, refused = 0, invoicedCost } of counted) {
    const line = lines.find((one) => one.sku === sku)
    if (!line) throw invalid('lines', 'exists', `${sku} is not on this order`)
    const before = came.get(line.id) ?? { line, productId: line.productId, pieces: 0, refused: 0 }
    const now = { pieces: before.pieces + accepted, refused: before.refused + refused }
    came.set(line.id, { ...before, ...now, ...(invoicedCost !== undefined && { invoicedCost }) })
  }
  const some = [...came.values()].filter(({ pieces, refused }) => pieces + refused > 0)
  if (some.length === 0) throw invalid('lines', 'required', 'Say how many pieces came')
  const over = some.filter(
    ({ line, pieces }) => pieces > 0 && line.received + pieces > line.ordered
  )
  if (over.length > 0 && !acceptOver) {
    const told = ({ line, pieces }: Came) => ({
      ...{ sku: line.sku, ordered: line.ordered, received: line.received + pieces },
    })
    throw overDelivery(over.map(told))
  }
  return some
}

const fingerprintOf = (delivery: Delivery) =>
  createHash('sha256').update(JSON.stringify(delivery)).digest()

async function receiptOf(
  { id }: PurchaseOrder,
  key: string,
  delivery: Delivery,
  trx: TransactionClientContract
): Promise<string | undefined> {
  const [receipt] = await sql<{ number: string; same: boolean }>(
    `select number, fingerprint = $3 as same from purchase_receipts where purchase_order_id = $1 and key = $2`,
    [id, key, fingerprintOf(delivery)],
    trx
  )
  if (receipt && !receipt.same) throw keyUsedOtherwise()
  return receipt?.number
}

/** The receipt, its lines, what they make of the order, and how long the pieces took: one statement. */
const WRITE = `
  with given as (
    select line, accepted, refused, invoiced
    from jsonb_to_recordset($6) as (line bigint, accepted int, refused int, invoiced bigint)
  ), receipt as (
    insert into purchase_receipts (number, purchase_order_id, key, fingerprint, delivery_note, actor)
    select o.number || '/' || (select count(*) + 1 from purchase_receipts r where r.purchase_order_id = o.id),
      o.id, $2, $3, $4, $5
    from purchase_orders o where o.id = $1
    returning id, number
  ), lines as (
    insert into purchase_receipt_lines (receipt_id, line_id, accepted, refused, invoiced_cost)
    select receipt.id, line, accepted, refused, invoiced from receipt, given
  ), counted as (
    update purchase_order_lines l set received = l.received + g.accepted, refused = l.refused + g.refused,
      over_delivered = greatest(l.over_delivered, l.received + g.accepted - l.ordered)
    from given g where l.id = g.line
  ), moved as (
    update purchase_orders set state = $7, state_since = now() where id = $1 and state <> $7
  ), learned as (
    insert into lead_times (supplier_id, product_id, receipt_id, days, quantity)
    select o.supplier_id, l.product_id, receipt.id,
      day_in_tunis() - (o.sent_at at time zone 'Africa/Tunis')::date, g.accepted
    from receipt, given g join purchase_order_lines l on l.id = g.line
    join purchase_orders o on o.id = l.purchase_order_id
    where g.accepted > 0
  )
  select number from receipt`

async function writeReceipt(
  order: PurchaseOrder,
  key: string,
  delivery: Delivery,
  came: Came[],
  { actor }: Acting,
  trx: TransactionClientContract
): Promise<string> {
  const given = came.map(({ line, pieces, refused, invoicedCost }) => ({
    ...{ line: line.id, accepted: pieces, refused, invoiced: invoicedCost },
  }))
  const after = order.lines.map((line) => {
    const pieces = came.find((one) => one.line.id === line.id)?.pieces ?? 0
    return { ordered: line.ordered, received: line.received + pieces }
  })
  const [{ number }] = await sql<{ number: string }>(
    WRITE,
    [
      ...[order.id, key, fingerprintOf(delivery), delivery.deliveryNote ?? null, actor],
      ...[JSON.stringify(given), afterDelivery(order.state, after)],
    ],
    trx
  )
  return number
}

/** Products cost what was paid for them, and the supplier's offer says so too. */
async function updateCosts(order: PurchaseOrder, came: Came[], trx: TransactionClientContract) {
  const paid = came
    .filter(({ pieces }) => pieces > 0)
    .map(({ line, invoicedCost }) => ({
      ...{ product: line.productId, cost: invoicedCost ?? line.cost },
    }))
  const changed = await sql<{ id: number }>(
    `with paid as (select product, cost from jsonb_to_recordset($2) as (product int, cost bigint)),
     offers as (
       insert into supplier_offers (supplier_id, product_id, cost) select $1, product, cost from paid
       on conflict (supplier_id, product_id) do update set cost = excluded.cost, updated_at = now()
       where supplier_offers.cost <> excluded.cost
     )
     update products p set cost = paid.cost, version = p.version + 1
     from paid where p.id = paid.product and p.cost is distinct from paid.cost returning p.id`,
    [order.supplierId, JSON.stringify(paid)],
    trx
  )
  const ids = changed.map(({ id }) => id)
  await emitProductsChanged(ids, trx)
}
