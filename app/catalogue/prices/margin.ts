/**
 * What is left of a price, as a share of it before tax: (price without tax - cost) / price without tax.
 * Null when either is unknown.
 * @param price millimes, tax included
 * @param cost millimes, without tax
 * @param taxRate percent
 */
export function marginOf(
  price: number | null,
  cost: number | null,
  taxRate: number
): number | null {
  if (!price || cost === null) return null
  const net = (price * 100) / (100 + taxRate)
  return (net - cost) / net
}
