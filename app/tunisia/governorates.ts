import { foldPlace } from '#app/tunisia/fold_place'
import { GOVERNORATES_TEXT } from '#app/tunisia/governorates_data'

export type Place = { nameFr: string; nameAr: string }

/** `code` is that of ISO 3166-2: `TN-11`. */
export type Governorate = Place & { code: string; delegations: Place[] }

export const GOVERNORATES: readonly Governorate[] = GOVERNORATES_TEXT.trim()
  .split('\n\n')
  .map((block) => {
    const [[code, nameFr, nameAr], ...delegations] = block
      .split('\n')
      .map((line) => line.split('|'))
    return { code, nameFr, nameAr, delegations: delegations.map(([fr, ar]) => placeOf(fr, ar)) }
  })

/** The governorate somebody means, by its code or by its name in French or Arabic. */
export function findGovernorate(input: string): Governorate | undefined {
  const asked = input.trim().toUpperCase()
  return GOVERNORATES.find(({ code }) => code === asked) ?? findPlace(GOVERNORATES, input)
}

/** The delegation of a governorate that somebody means, by its name in French or Arabic. */
export const findDelegation = ({ delegations }: Governorate, input: string) =>
  findPlace(delegations, input)

function findPlace<Found extends Place>(places: readonly Found[], input: string) {
  let known = folded.get(places)
  if (!known) folded.set(places, (known = byFoldedName(places)))
  return known.get(foldPlace(input)) as Found | undefined
}

/** Folding the names of all places is half of what reading an address takes: it is done once. */
const folded = new WeakMap<readonly Place[], Map<string, Place>>()

/** Of two places that read alike the first one is meant. */
const byFoldedName = (places: readonly Place[]) =>
  new Map(
    places
      .toReversed()
      .flatMap((place) => [place.nameFr, place.nameAr].map((name) => [foldPlace(name), place]))
  )

function placeOf(nameFr: string, nameAr: string): Place {
  return { nameFr, nameAr }
}
