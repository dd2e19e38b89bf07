import { type Need, offersFor } from '#app/demo/assortment'
import type { BrandData } from '#app/demo/brand'
import type { NumberSeries } from '#app/demo/number_series'
import { drawOeNumbers, type OeNumber } from '#app/demo/oe_numbers'
import { type Offer, offerOf } from '#app/demo/offer'
import { attributesOf, type DataSheet } from '#app/demo/part_attributes'
import type { Random } from '#app/demo/random'
import { basePrice } from '#app/demo/shelf_price'

/** Interchangeable parts: one need, one set of OE numbers, one data sheet, several brands. */
export type PartGroup = {
  need: Need
  oe: OeNumber[]
  attributes: DataSheet
  /** Millimes, for a brand of the middle. */
  base: number
  /** On the shelf. */
  offers: Offer[]
  /** Not on the shelf; their numbers are known. */
  known: Offer[]
}

export function groupOf(need: Need, series: NumberSeries, random: Random): PartGroup {
  const oe = drawOeNumbers(series, need, random)
  if (random.chance(0.2)) oe.push(...drawOeNumbers(series, need, random))
  const attributes = attributesOf(need, random)
  const { stocked, known } = offersFor(need, random)
  const offer = (brand: BrandData) => offerOf(brand, { need, oe, attributes }, series, random)
  return {
    need,
    oe,
    attributes,
    base: basePrice(need, random),
    offers: stocked.map(offer),
    known: known.map(offer),
  }
}

/** What the brand sold before: the same part under an older number. */
export function predecessorOf(
  { brand, quality }: Offer,
  { need, attributes }: PartGroup,
  series: NumberSeries,
  random: Random
): Offer {
  const oe = drawOeNumbers(series, need, random)
  return { ...offerOf(brand, { need, oe, attributes }, series, random), quality }
}
