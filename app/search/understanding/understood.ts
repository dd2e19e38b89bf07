import type { VehicleMeant } from '#app/search/understanding/vehicle_meant'

/** A term of the index that satisfies a group. */
export type Alternative = {
  term: string
  /** Up to 1: how sure it is that this is meant. */
  boost: number
  /** Up to 1: how much of what was asked it satisfies. */
  cover: number
  /** Terms that must stand beside it: «huile» beside «filtre», which is the head of many parts. */
  beside?: string[]
}

/** One thing a query asks for, and every term that says it. */
export type WordGroup = {
  /** What the customer wrote. */
  words: string[]
  alternatives: Alternative[]
  /** Fitting one of these satisfies the group too. */
  vehicleTypeIds: number[]
  /** The word is still being typed: the terms are what it may become. */
  isUnfinished?: boolean
  /** It names the part itself: what is none is no answer, whatever else it satisfies. */
  isHead?: boolean
}

/** A query as the shop understands it. */
export type Understood = {
  groups: WordGroup[]
  /** The words as they stand, for products that say them side by side. */
  words: string[]
  /** Whether every word is in some product. */
  isKnown: boolean
  /** The query with its typing errors mended; only when there were some. */
  corrected?: string
  partType?: { code: string; categoryIds: number[] }
  position?: string
  brandId?: number
  makeId?: number
  vehicle?: VehicleMeant
}

/** What the part that is asked for counts beside a position, a car or a brand, at least. */
const HEAD = 3

/** However much else is said, all of it does not make up for the part: «turbo 1.6 hdi 110» is no switch of that engine. */
const worthOf = ({ isHead }: WordGroup, groups: WordGroup[]) =>
  isHead ? Math.max(HEAD, 2 * (groups.length - 1)) : 1

/** What satisfying all groups wholly comes to. */
export const wholeOf = (groups: WordGroup[]): number =>
  groups.reduce((sum, group) => sum + worthOf(group, groups), 0)

/** Every term that may satisfy a group, with the place of the group; it covers as much of the whole as its group is worth. */
export const termsOf = (groups: WordGroup[]): (Alternative & { group: number })[] =>
  groups.flatMap((each, group) =>
    each.alternatives.map((alternative) => ({
      ...alternative,
      cover: alternative.cover * worthOf(each, groups),
      group,
    }))
  )

/** The place of the group that names a car; -1 when none does. */
export const vehicleGroupOf = (groups: WordGroup[]): number =>
  groups.findIndex(({ vehicleTypeIds }) => vehicleTypeIds.length > 0)
