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

/** Every term that may satisfy a group, with the place of the group. */
export const termsOf = (groups: WordGroup[]): (Alternative & { group: number })[] =>
  groups.flatMap(({ alternatives }, group) =>
    alternatives.map((alternative) => ({ ...alternative, group }))
  )

/** The place of the group that names a car; -1 when none does. */
export const vehicleGroupOf = (groups: WordGroup[]): number =>
  groups.findIndex(({ vehicleTypeIds }) => vehicleTypeIds.length > 0)
