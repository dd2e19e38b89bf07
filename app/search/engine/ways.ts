import type { Alternative, Understood, WordGroup } from '#app/search/understanding/understood'

/** A way to find candidates, as `further_candidates()` takes it; what few products satisfy wholly is level 0. */
export type Way = {
  level: number
  /** A `tsquery`: products that know these words. */
  query?: string
  /** And fit one of the cars. */
  car?: boolean
  /** Or the best that know one of these. */
  terms?: string[]
}

/** With more things asked for than this, leaving out every pair of them would take too many looks. */
const MOST_TO_PAIR = 6

/**
 * The ways to look for what was asked, the fullest first: all of it surely, all of it somehow, all but
 * one thing, all but two, and each thing alone. The part itself is left out last.
 * @param isWhole all that know a thing alone, not the best of them
 */
export function waysTo({ groups }: Understood, isWhole = false): Way[] {
  const withHead = (subsets: WordGroup[][]) =>
    subsets.filter((subset) => groups.every((group) => !group.isHead || subset.includes(group)))
  const kept = withHead(groups.map((group) => groups.filter((other) => other !== group)))
  const attempts: WordGroup[][][] = [[groups.map(surely)]]
  if (groups.some(({ alternatives }) => alternatives.some(({ cover }) => cover < 1)))
    attempts.push([groups.map(mostly)])
  if (groups.length > 2) attempts.push(kept)
  if (groups.length > 3 && groups.length <= MOST_TO_PAIR)
    attempts.push(withHead(withoutPairs(groups)))
  if (groups.length > 1) attempts.push(groups.map((group) => [group]))
  const ways = attempts.flatMap((subsets, level) =>
    subsets.flatMap((subset) => waysFor(subset, isWhole).map((way) => ({ level, ...way })))
  )
  // What was looked for once finds nothing more.
  return ways.filter((way, place) => ways.findIndex((other) => isSame(way, other)) === place)
}

const isSame = (one: Way, other: Way) =>
  one.query === other.query && one.car === other.car && String(one.terms) === String(other.terms)

/** Only what says all that was meant. */
const surely = (group: WordGroup): WordGroup => ({
  ...group,
  alternatives: group.alternatives.filter(({ cover }) => cover === 1),
})

/** And what says half of it: «moteur» is too little of «moteur vitre» to look no further. */
const mostly = (group: WordGroup): WordGroup => ({
  ...group,
  alternatives: group.alternatives.filter(({ cover }) => cover >= 0.5),
})

const withoutPairs = (groups: WordGroup[]) =>
  groups.flatMap((_, first) =>
    groups
      .slice(first + 1)
      .map((__, offset) =>
        groups.filter((___, place) => place !== first && place !== first + 1 + offset)
      )
  )

/** A thing that a car satisfies too is looked for by its words and by the car. */
function waysFor(groups: WordGroup[], isWhole: boolean): Omit<Way, 'level'>[] {
  const byCar = groups.filter(({ vehicleTypeIds }) => vehicleTypeIds.length > 0)
  const others = groups.filter(({ vehicleTypeIds }) => vehicleTypeIds.length === 0)
  const ways: Omit<Way, 'level'>[] = []
  if (groups.every(({ alternatives }) => alternatives.length > 0)) {
    ways.push(
      groups.length === 1 && !isWhole
        ? { terms: groups[0].alternatives.map(({ term }) => term) }
        : { query: allOf(groups) }
    )
  }
  if (byCar.length > 0 && others.every(({ alternatives }) => alternatives.length > 0)) {
    ways.push({ car: true, ...(others.length > 0 && { query: allOf(others) }) })
  }
  return ways
}

const allOf = (groups: WordGroup[]): string =>
  groups.map(({ alternatives }) => `(${least(alternatives).map(together).join(' | ')})`).join(' & ')

/**
 * The terms of each alternative, without those that another one finds as well: whatever knows «golf» and «vii» knows
 * «golf». An index reads all products of each term it is asked for.
 */
function least(alternatives: Alternative[]): string[][] {
  const sets = alternatives.map(({ term, beside = [] }) => [term, ...beside])
  const isWithin = (set: string[], other: string[]) => set.every((term) => other.includes(term))
  return sets.filter(
    (set, at) =>
      !sets.some(
        (other, place) =>
          place !== at && isWithin(other, set) && (place < at || !isWithin(set, other))
      )
  )
}

const together = (terms: string[]): string => `(${terms.map(quoted).join(' & ')})`

const quoted = (term: string) => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
