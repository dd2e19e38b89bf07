import type { PartNumber } from '#app/demo/demo_product'
import type { Offer } from '#app/demo/offer'
import type { PartGroup } from '#app/demo/part_group'
import type { Random } from '#app/demo/random'
import { SUPPLIERS } from '#app/demo/write_suppliers'
import { normaliseNumber } from '#app/references/normalise'

/** Cross references beyond this many help nobody. */
const MOST_CROSSES = 3

type Identity = { sku: string; gtin: string | null; predecessor?: Offer }

/**
 * Every number the part is asked for by: ours, the maker's, the car maker's, those of the
 * other brands in its group (products of this shop where they are on the shelf), and more.
 */
export function partNumbersOf(
  { oe, offers, known }: PartGroup,
  offer: Offer,
  { sku, gtin, predecessor }: Identity,
  random: Random
): PartNumber[] {
  const numbers: PartNumber[] = [
    { kind: 'own', number: sku, owner: '' },
    { kind: 'mpn', number: offer.mpn, owner: offer.brand.name },
    ...oe.map(({ make, number }): PartNumber => ({ kind: 'oe', number, owner: make })),
    ...crosses([...offers, ...known], offer),
  ]
  if (gtin) numbers.push({ kind: 'gtin', number: gtin, owner: '' })
  if (predecessor) {
    numbers.push({ kind: 'superseded', number: predecessor.mpn, owner: offer.brand.name })
  }
  if (random.chance(0.2)) {
    const number = `F${random.integer(100_000, 999_999)}`
    numbers.push({ kind: 'supplier', number, owner: random.pick(SUPPLIERS).name })
  }
  return distinct(numbers)
}

/** A genuine part is no cross reference: its number is already there as OE. */
function crosses(others: Offer[], offer: Offer): PartNumber[] {
  return others
    .filter(({ brand }) => brand !== offer.brand && brand.tier !== 'genuine')
    .slice(0, MOST_CROSSES)
    .map(({ brand, mpn }) => ({ kind: 'cross', number: mpn, owner: brand.name }))
}

/** Two makes of one group may list one number under one name. */
function distinct(numbers: PartNumber[]): PartNumber[] {
  const key = ({ kind, number, owner }: PartNumber) => `${kind} ${owner} ${normaliseNumber(number)}`
  return [...new Map(numbers.map((number) => [key(number), number])).values()]
}
