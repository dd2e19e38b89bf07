import type { Infer } from '@vinejs/vine/types'
import type { OrderEdit } from '#app/edits/decide_edit'
import type { orderEditFormValidator } from '#app/edits/edit_validators'
import type { KeptOrder } from '#app/orders/order_query'
import type { Address } from '#app/tunisia/address'
import { readAddress } from '#app/tunisia/read_address'

type Typed = Infer<typeof orderEditFormValidator>

/** What somebody has typed into the form of an order, as a change of it. */
export function editInForm(order: KeptOrder, typed: Typed): OrderEdit {
  const address = readAddress(typed)
  return {
    ...{ reason: typed.reason ?? '', optionId: typed.optionId, lines: linesInForm(order, typed) },
    ...(isAsBefore(order, address) ? {} : { address }),
  }
}

/** A line without a field stays as it is; what is new comes last, on its line when the order has it already. */
function linesInForm({ lines }: KeptOrder, { quantity, newSku, newQuantity = 1 }: Typed) {
  const pieces = new Map(
    lines.map((line, at) => [line.sku, quantity[`p${at + 1}`] ?? line.quantity])
  )
  if (newSku) pieces.set(newSku, (pieces.get(newSku) ?? 0) + newQuantity)
  return [...pieces]
    .map(([sku, count]) => ({ sku, quantity: count }))
    .filter((line) => line.quantity > 0)
}

function isAsBefore({ contact, governorate }: KeptOrder, address: Address): boolean {
  const before: Record<string, unknown> = { ...contact, governorate }
  return Object.entries(address).every(([field, value]) => before[field] === value)
}
