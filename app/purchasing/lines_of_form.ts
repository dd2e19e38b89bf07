import type { Infer } from '@vinejs/vine/types'
import type { PurchaseOrder } from '#app/purchasing/purchase_order_query'
import type {
  purchaseLinesFormValidator,
  receiptFormValidator,
} from '#app/purchasing/purchase_validators'
import type { Counted } from '#app/purchasing/receive_delivery'
import type { WantedLine } from '#app/purchasing/write_lines'

/** Fields of line 12 are named `quantity[l12]`. */
const of = <Value>(typed: Record<string, Value> | undefined, id: number) => typed?.[`l${id}`]

/** The lines that a form asks for: those of the order as they were typed, without those of 0, and the new one. */
export function linesOfForm(
  { lines }: PurchaseOrder,
  { quantity, cost, sku, newQuantity, newCost }: Infer<typeof purchaseLinesFormValidator>
): WantedLine[] {
  const kept = lines.map((line) => ({
    sku: line.sku,
    quantity: of(quantity, line.id) ?? line.ordered,
    cost: of(cost, line.id) ?? line.cost,
  }))
  const added = sku ? [{ sku, quantity: newQuantity ?? 1, cost: newCost ?? undefined }] : []
  return [...kept, ...added].filter((line) => line.quantity > 0)
}

/** What came, line by line, as it was typed; empty is none. */
export const countedInForm = (
  { lines }: PurchaseOrder,
  { accepted, refused, invoiced }: Infer<typeof receiptFormValidator>
): Counted[] =>
  lines
    .map((line) => ({
      sku: line.sku,
      accepted: of(accepted, line.id) ?? 0,
      refused: of(refused, line.id) ?? 0,
      invoicedCost: of(invoiced, line.id) ?? undefined,
    }))
    .filter((line) => line.accepted + line.refused > 0)
