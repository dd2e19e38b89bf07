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

/** Places by what their names are compared by: folding them is half of what an address takes. */
const folded = new WeakMap<readonly Place[], Map<string, Place>>()

function findPlace<Found extends Place>(places: readonly Found[], input: string) {
  let known = folded.get(places)
  if (!known) {
    // Of two places that read alike the first one is meant.
    const names = places
      .toReversed()
      .flatMap((place) => [
        [foldPlace(place.nameFr), place] as const,
        [foldPlace(place.nameAr), place] as const,
      ])
    known = new Map(names)
    folded.set(places, known)
  }
  const asked = foldPlace(input)
  return asked === '' ? undefined : (known.get(asked) as Found | undefined)
}

function placeOf(nameFr: string, nameAr: string): Place {
  return { nameFr, nameAr }
}
