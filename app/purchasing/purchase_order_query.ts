import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { PurchaseState } from '#app/purchasing/purchase_order_state'

/** A line of an order to a supplier: `cost` of a piece in millimes without tax. */
export type PurchaseLine = {
  id: number
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  reference: string | null
  ordered: number
  received: number
  refused: number
  overDelivered: number
  cost: number
}

/** An order to a supplier with its lines; `expectedOn` is a day of Tunis. */
export type PurchaseOrder = {
  id: number
  number: string
  state: PurchaseState
  supplierId: number
  supplier: string
  supplierEmail: string | null
  supplierAddress: string | null
  minimumOrder: number
  paymentDays: number
  locationId: number
  location: string
  place: string
  supplierReference: string | null
  expectedOn: string | null
  notes: string | null
  createdAt: Date
  sentAt: Date | null
  stateSince: Date
  lines: PurchaseLine[]
}

const ORDER = `
  select o.id, o.number, o.state, o.supplier_id as "supplierId", s.name as supplier, s.email as "supplierEmail",
    s.address as "supplierAddress", s.minimum_order as "minimumOrder", s.payment_days as "paymentDays",
    o.location_id as "locationId", a.code as location, a.name as place, o.supplier_reference as "supplierReference",
    o.expected_on::text as "expectedOn", o.notes, o.created_at as "createdAt", o.sent_at as "sentAt",
    o.state_since as "stateSince",
    coalesce((select json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'sku', l.sku, 'nameFr', l.name_fr,
        'nameAr', l.name_ar, 'reference', l.reference, 'ordered', l.ordered, 'received', l.received, 'refused', l.refused,
        'overDelivered', l.over_delivered, 'cost', l.cost) order by l.position, l.id)
      from purchase_order_lines l where l.purchase_order_id = o.id), '[]') as lines
  from purchase_orders o join suppliers s on s.id = o.supplier_id join locations a on a.id = o.location_id
  where o.number = $1`

/** The order of a number with its lines: one statement. Throws 404. */
export async function purchaseOrderQuery(
  number: string,
  trx?: TransactionClientContract
): Promise<PurchaseOrder> {
  const [order] = await sql<PurchaseOrder>(ORDER, [number], trx)
  if (!order) throw notFound('purchase order')
  return order
}

/** The same for whoever is about to change it: nobody else does meanwhile. */
export async function lockedPurchaseOrder(
  number: string,
  trx: TransactionClientContract
): Promise<PurchaseOrder> {
  await sql('select id from purchase_orders where number = $1 for update', [number], trx)
  return purchaseOrderQuery(number, trx)
}

/** What all of it costs, in millimes without tax. */
export const totalOf = ({ lines }: Pick<PurchaseOrder, 'lines'>) =>
  lines.reduce((sum, { ordered, cost }) => sum + ordered * cost, 0)

/** What came of it, one delivery after the other. */
export type Receipt = {
  number: string
  deliveryNote: string | null
  actor: string
  at: Date
  accepted: number
  refused: number
  /** Where the invoice was looked at; costs of a piece, in millimes without tax. */
  invoiced: Invoiced[]
}

/** A line of an invoice beside what was ordered; `accepted` pieces were paid at it. */
type Invoiced = {
  sku: string
  accepted: number
  orderedCost: number
  invoicedCost: number
}

/** What invoices ask beyond what was ordered: negative where they ask less. Millimes without tax. */
export const differenceOf = (invoiced: Invoiced[]) =>
  invoiced.reduce((sum, one) => sum + one.accepted * (one.invoicedCost - one.orderedCost), 0)

export const receiptsQuery = (purchaseOrderId: number) =>
  sql<Receipt>(
    `select r.number, r.delivery_note as "deliveryNote", r.actor, r.at,
       sum(l.accepted)::int as accepted, sum(l.refused)::int as refused,
       coalesce(json_agg(json_build_object('sku', o.sku, 'accepted', l.accepted, 'orderedCost', o.cost,
         'invoicedCost', l.invoiced_cost) order by o.position) filter (where l.invoiced_cost is not null), '[]') as invoiced
     from purchase_receipts r join purchase_receipt_lines l on l.receipt_id = r.id
     join purchase_order_lines o on o.id = l.line_id
     where r.purchase_order_id = $1 group by r.id order by r.id desc`,
    [purchaseOrderId]
  )
