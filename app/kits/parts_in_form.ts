import type { Component } from '#app/kits/kit_query'
import type { Part } from '#app/kits/write_kit'

type Typed = { quantity?: Record<string, number>; newSku?: string; newQuantity?: number }

/** The components as somebody typed them: one without a field stays as it is, what is new comes last. */
export function partsInForm(
  components: Component[],
  { quantity, newSku, newQuantity = 1 }: Typed
): Part[] {
  const pieces = new Map(
    components.map((one) => [one.sku, quantity?.[`c${one.productId}`] ?? one.quantity])
  )
  if (newSku) pieces.set(newSku, newQuantity)
  return [...pieces].map(([sku, count]) => ({ sku, quantity: count })).filter(hasPieces)
}

const hasPieces = ({ quantity }: Part) => quantity > 0
