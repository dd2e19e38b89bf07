import { money } from '#app/money/money'
import {
  differenceOf,
  type PurchaseOrder,
  type Receipt,
  totalOf,
} from '#app/purchasing/purchase_order_query'
import type { PurchaseOrderItem } from '#app/purchasing/purchase_orders_query'
import type { Suggestion } from '#app/purchasing/purchase_suggestions_query'

/** An order to a supplier in a list; amounts are for those who may know costs. */
export const purchaseItemAnswer = (order: PurchaseOrderItem, mayKnowCosts: boolean) => ({
  number: order.number,
  state: order.state,
  supplier: { id: order.supplierId, name: order.supplier },
  expectedOn: order.expectedOn,
  late: order.late,
  ordered: order.ordered,
  received: order.received,
  ...(mayKnowCosts && { total: money(order.total) }),
  createdAt: order.createdAt.toISOString(),
})

/** An order to a supplier with its lines. */
export const purchaseOrderAnswer = (order: PurchaseOrder, mayKnowCosts: boolean) => ({
  number: order.number,
  state: order.state,
  supplier: { id: order.supplierId, name: order.supplier },
  location: order.location,
  supplierReference: order.supplierReference,
  expectedOn: order.expectedOn,
  notes: order.notes,
  createdAt: order.createdAt.toISOString(),
  sentAt: order.sentAt?.toISOString() ?? null,
  ...(mayKnowCosts && { total: money(totalOf(order)) }),
  lines: order.lines.map((line) => ({
    product: { id: line.productId, sku: line.sku, name: line.nameFr },
    reference: line.reference,
    ordered: line.ordered,
    received: line.received,
    refused: line.refused,
    ...(mayKnowCosts && { cost: money(line.cost) }),
  })),
})

/** What came at once; what the supplier has invoiced is for those who may know costs. */
export const receiptAnswer = (receipt: Receipt, mayKnowCosts: boolean) => ({
  number: receipt.number,
  deliveryNote: receipt.deliveryNote,
  at: receipt.at.toISOString(),
  accepted: receipt.accepted,
  refused: receipt.refused,
  ...(mayKnowCosts && {
    difference: money(differenceOf(receipt.invoiced)),
    invoiced: receipt.invoiced.map(({ sku, accepted, orderedCost, invoicedCost }) => ({
      ...{ sku, accepted, orderedCost: money(orderedCost), invoicedCost: money(invoicedCost) },
    })),
  }),
})

/** What should be ordered, and why. */
export const suggestionAnswer = (one: Suggestion, mayKnowCosts: boolean) => ({
  product: { id: one.id, sku: one.sku, name: one.nameFr },
  available: one.available,
  backordered: one.backordered,
  incoming: one.incoming,
  lowStockAt: one.lowStockAt,
  supplier: one.supplierId === null ? null : { id: one.supplierId, name: one.supplier },
  reference: one.reference,
  quantity: one.quantity,
  ...(mayKnowCosts && { cost: one.cost === null ? null : money(one.cost) }),
})
