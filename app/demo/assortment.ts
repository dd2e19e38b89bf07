import type { BrandData } from '#app/demo/brand'
import { BRANDS } from '#app/demo/data/brands/all'
import { MAKES } from '#app/demo/data/makes'
import { PART_TYPES } from '#app/demo/data/part_types/all'
import { VEHICLES } from '#app/demo/data/vehicles'
import type { PartType, Position, Size } from '#app/demo/part_type'
import { Random } from '#app/demo/random'
import type { Vehicle } from '#app/demo/vehicle'

/** One need of a customer: this part, for this car and place, or of this size. */
export type Need = {
  type: PartType
  vehicle?: Vehicle
  position?: Position
  size?: Size
  /** Grows when every car has one already: the same part for another span of years. */
  round: number
}

type Deck = { type: PartType; weight: number; credit: number; round: number; needs: Need[] }

/**
 * Endless sequence of needs. Part types take turns by demand (smooth weighted
 * round robin), so that a small shop already covers every shelf; within a type
 * the common cars come first.
 */
export function* needs(seed: number): Generator<Need> {
  const decks = PART_TYPES.map((type): Deck => ({
    type,
    weight: Math.sqrt(type.demand),
    credit: 0,
    round: -1,
    needs: [],
  }))
  while (true) {
    const need = nextDeck(decks).needs.pop()
    if (need) yield need
    else refill(decks, seed)
  }
}

function nextDeck(decks: Deck[]): Deck {
  let best = decks[0]
  let total = 0
  for (const deck of decks) {
    deck.credit += deck.weight
    total += deck.weight
    if (deck.credit > best.credit) best = deck
  }
  best.credit -= total
  return best
}

function refill(decks: Deck[], seed: number) {
  for (const deck of decks) {
    if (deck.needs.length > 0) continue
    deck.round += 1
    deck.needs = new Random(seed, 'needs', deck.type.code, deck.round)
      .shuffle(needsOf(deck.type, deck.round), (need) => need.vehicle?.prominence ?? 1)
      .reverse()
    // A size exists once; there is nothing to add for another span of years.
    if (deck.needs.length === 0) deck.weight = 0
  }
}

function needsOf(type: PartType, round: number): Need[] {
  if (type.sizes) return round === 0 ? type.sizes.map((size) => ({ type, size, round })) : []
  const positions = type.positions ?? [undefined]
  return VEHICLES.filter(type.fits ?? (() => true)).flatMap((vehicle) =>
    positions.map((position) => ({ type, vehicle, position, round }))
  )
}

/** Who answers a need: brands on our shelves, and brands we only know the number of. */
export function offersFor(
  need: Need,
  random: Random
): { stocked: BrandData[]; known: BrandData[] } {
  const makers = random.shuffle(makersFor(need), (brand) => brand.share)
  const wanted = Math.min(makers.length, random.integer(2, 6))
  // When few brands make a part, one of them stays off the shelf to be the cross reference.
  const count = makers.length > 1 ? Math.min(wanted, Math.max(2, makers.length - 1)) : 1
  const stocked = makers.slice(0, count)
  const genuine = genuineBrand(need.vehicle)
  if (genuine && random.chance(0.3)) stocked.push(genuine)
  return { stocked, known: makers.slice(count, count + 2) }
}

function makersFor({ type, vehicle }: Need): BrandData[] {
  return (MAKERS.get(type.code) ?? []).filter(
    ({ covers }) => !covers || (vehicle && covers.includes(vehicle.make))
  )
}

const MAKERS = new Map(
  PART_TYPES.map(({ code }) => [code, BRANDS.filter((brand) => code in brand.makes)])
)
const BRAND_BY_SLUG = new Map(BRANDS.map((brand) => [brand.slug, brand]))

function genuineBrand(vehicle?: Vehicle): BrandData | undefined {
  return vehicle && BRAND_BY_SLUG.get(MAKES[vehicle.make].genuine ?? '')
}
