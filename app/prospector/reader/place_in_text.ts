import { foldPlace } from '#app/tunisia/fold_place'
import { foldWords } from '#app/platform/text/fold_words'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { isNearlySpelt } from '#app/prospector/reader/nearly_spelt'
import { NEIGHBOURHOODS } from '#app/prospector/reader/neighbourhoods'
import { governoratesOfCodes } from '#app/prospector/reader/postal_codes'

/** Where something is: a governorate by its code, a delegation by its French name. */
export interface FoundPlace {
  governorate: string
  delegation: string | null
  /** How it was called on the page. */
  locality: string
}

interface Known {
  governorate: string
  delegation: string | null
  name: string
  /** Of a quarter or an island whose delegation nobody can tell. */
  isVague?: boolean
  /** Called by a word of everyday: `فحص`, `جديدة`. */
  isWord?: boolean
}

const MOST_WORDS = 5
const MOST_DELEGATIONS = 3
const SMALL_WORDS = new Set(['la', 'le', 'les', 'el', 'al', 'l'])
/** A street may be named after any place, and lead to any other. */
const STREETS = new Set(
  `rue avenue av ave boulevard bd boul route rte chemin impasse place pl street road autoroute
   طريق شارع نهج جاده طريق الطريق شارع`
    .split(/\s+/)
    .map((word) => foldWords(word))
)
/** `Mahdia Road km 4`. */
const STREETS_BEHIND = new Set(['road', 'rd', 'street', 'highway'])
const LINKS = new Set(['de', 'du', 'des', 'd', 'vers', 'a', 'la', 'le', 'el', 'al', 'les'])
/** Names of delegations that are words of everyday, or of streets: they count beside their governorate alone. */
const COMMON_NAMES = new Set(
  [
    'Médina',
    'Ettahrir',
    'Ezzouhour',
    'Ezzahra',
    'Carthage',
    'La Nouvelle Médina',
    'El Amra',
    'El Ksar',
    'El Alia',
    'Utique',
    'El Omrane',
    'Sers',
    'Sened',
    'Nadhour',
    'El Ayoun',
    'El Ksour',
    'El Mida',
  ].map(foldPlace)
)
/** Names of delegations that are words of everyday, or of people, in Arabic alone: in addresses they are places. */
const WORDS_OF_EVERYDAY = new Set(
  `الجديدة|الفحص|العروسة|التضامن|سليمان|نصر الله|حيدرة|جمال|مساكن|القطار|الشابة|الغريبة|الكرم|رواد|عقارب|العلا|ماطر|طينة|الروحية`.split(
    '|'
  )
)

/** In Arabic the country is called like its capital, and any town like the old one of Tunis. */
const TUNISIA = 'تونس'
const TOWN = 'المدينة'

const KNOWN = knownPlaces()
/** Delegations and quarters, which people spell in many ways; governorates are called as their chief towns. */
const NAMES = [...KNOWN].flatMap(([key, places]) =>
  places
    .filter((place) => place.delegation !== null && !isChiefTown(place))
    .map((place) => ({ key, place }))
)

function knownPlaces(): Map<string, Known[]> {
  const places = new Map<string, Known[]>()
  const add = (name: string, place: Known) => {
    const key = keyOf(name)
    places.set(key, [...(places.get(key) ?? []), place])
  }
  for (const { code, nameFr, nameAr, delegations } of GOVERNORATES) {
    for (const name of [nameFr, nameAr]) {
      const known = { governorate: code, delegation: null, name: nameFr }
      add(name, name === TUNISIA ? { ...known, isWord: true } : known)
    }
    for (const place of delegations) {
      for (const name of new Set([place.nameFr, place.nameAr])) {
        if (name === TOWN) continue
        const known = { governorate: code, delegation: place.nameFr, name: place.nameFr }
        add(name, WORDS_OF_EVERYDAY.has(name) ? { ...known, isWord: true } : known)
      }
    }
  }
  for (const [name, governorate, delegation] of NEIGHBOURHOODS)
    add(name, { governorate, delegation, name, isVague: delegation === null })
  return places
}

/** `La Manouba` and `manouba` are one; `Sfax Ville` is not `Sfax`. */
function keyOf(name: string): string {
  return wordsOf(name).join('')
}

function wordsOf(text: string): string[] {
  return foldWords(text.replace(/['’`-]/g, ' '))
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
}

/**
 * The place that an address, or any other text, speaks of. Names after `rue`, `route de` … are those
 * of streets and do not count; a delegation counts more than the governorate it is in.
 * @param isAddress whether words of everyday may be places
 */
export function placeInText(text: string, isAddress = false): FoundPlace | undefined {
  const named = placesIn(text)
  const told = governoratesTold(named)
  const coded = governoratesOfCodes(text, isAddress)
  const inThem = ({ governorate }: Known) => told.has(governorate) || coded.has(governorate)
  const delegations = named.filter(
    (place) =>
      place.delegation &&
      (inThem(place) ||
        (isUnique(place, named) && !isCommon(place) && !(place.isWord && !isAddress)))
  )
  const governorates = named.filter(
    (place) => !place.delegation && (isAddress || !place.isWord || coded.has(place.governorate))
  )
  const best =
    // `منوبة، وادي الليل`: what is called like its governorate says less than what is not.
    delegations.find((place) => inThem(place) && !isChiefTown(place)) ??
    (isAddress || coded.size ? nearlyNamed(text, told.union(coded)) : undefined) ??
    delegations.find(inThem) ??
    // `Mégrine, Tunis` is in the suburbs, `El Menzah 6, Ariana` in Ariana.
    (isBroad(told) ? delegations.at(-1) : undefined) ??
    (told.has('TN-11') ? named.find((place) => SUBURBS.has(place.governorate)) : undefined) ??
    governorates.find((place) => !place.isVague) ??
    governorates[0]
  return best && foundAt(best, delegations)
}

/** `سوسة، تونس` is in Sousse: the country is no governorate beside another one. */
function governoratesTold(named: Known[]): Set<string> {
  const told = named.filter((place) => !place.delegation)
  const sure = told.filter((place) => !place.isWord)
  return new Set((sure.length ? sure : told).map((place) => place.governorate))
}

/** Who names three delegations serves them all, and is in any of them. */
function foundAt({ governorate, delegation, name }: Known, named: Known[]): FoundPlace {
  const served = new Set(
    named
      .filter((place) => place.governorate === governorate && !isChiefTown(place))
      .map((place) => place.delegation)
  )
  return {
    governorate,
    delegation: served.size < MOST_DELEGATIONS ? delegation : null,
    locality: name,
  }
}

/** The governorate of the one postal code in a text that names no place. */
export function placeOfCode(text: string): FoundPlace | undefined {
  const [code, ...others] = governoratesOfCodes(text, false)
  const governorate = GOVERNORATES.find((each) => each.code === code)
  return governorate && !others.length
    ? { governorate: code, delegation: null, locality: governorate.nameFr }
    : undefined
}

const isCommon = ({ name }: Known) => COMMON_NAMES.has(foldPlace(name))

/** How many governorates a text names: three and more are where somebody goes, not where he is. */
export const governoratesIn = (text: string): number =>
  new Set(
    placesIn(text)
      .filter(({ isWord }) => !isWord)
      .map(({ governorate }) => governorate)
  ).size

/** Of its governorate a text says nothing, or the one that people mean all suburbs of Tunis by. */
const isBroad = (told: Set<string>) => told.size === 0 || (told.size === 1 && told.has('TN-11'))

/** Governorates that people add Tunis to: `Ariana, Tunis`. */
const SUBURBS = new Set(['TN-12', 'TN-13', 'TN-14'])

function isChiefTown({ name, governorate }: Known): boolean {
  return GOVERNORATES.some(({ code, nameFr }) => code === governorate && nameFr === name)
}

/** No other governorate has a delegation of the same name. */
const isUnique = (place: Known, named: Known[]) =>
  named.every((other) => other.name !== place.name || other.governorate === place.governorate)

/** The place of these governorates that is spelt about like what the text says, beside the names it spells right. */
function nearlyNamed(text: string, governorates: Set<string>): Known | undefined {
  const names = NAMES.filter(({ place }) => governorates.has(place.governorate))
  if (!names.length) return undefined
  for (const words of sentencesOf(text)) {
    for (let at = 0; at < words.length;) {
      const { length, places } = longestName(words, at)
      const near = isStreet(words, at)
        ? undefined
        : nearestName(words, at, names, places ? length + 1 : 1)
      if (near) return near
      at += length
    }
  }
  return undefined
}

/** @param shortest of how many words it is: `Ksar Saiid` is more than El Ksar */
function nearestName(words: string[], at: number, names: typeof NAMES, shortest: number) {
  for (let length = Math.min(MOST_WORDS, words.length - at); length >= shortest; length--) {
    const written = words.slice(at, at + length).join('')
    const near = names.find(({ key }) => isNearlySpelt(written, key))
    if (near) return near.place
  }
  return undefined
}

function placesIn(text: string): Known[] {
  const found: Known[] = []
  for (const words of sentencesOf(text)) {
    for (let at = 0; at < words.length;) {
      const { length, places } = longestName(words, at)
      const next = words[at + length] ?? ''
      // `شارع الجمهورية بالزهراء` is in Ezzahra, as is what a postal code follows.
      const isPlace = /^\d{4}$/.test(next) || /^ب/.test(words[at])
      if (places && !STREETS_BEHIND.has(next))
        found.push(...places.filter((place) => !isStreet(words, at, isCommon(place) && !isPlace)))
      at += length
    }
  }
  return found
}

/** A text without the words that are names of places, folded. */
export function withoutPlaces(text: string): string {
  const words = foldWords(text.replace(/['’`-]/g, ' ')).split(' ')
  const left: string[] = []
  for (let at = 0; at < words.length;) {
    const length = placeLength(words, at)
    if (!length) left.push(words[at])
    at += length || 1
  }
  return left.join(' ')
}

/** How many words from here on name a place; 0 when they name none. */
function placeLength(words: string[], at: number): number {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const some = words.slice(at, at + length)
    const isAll = !SMALL_WORDS.has(some[0]) || length > 1
    const name = some.filter((word) => !SMALL_WORDS.has(word)).join('')
    if (isAll && name !== '' && placesCalled(name)) return length
  }
  return 0
}

const sentencesOf = (text: string) =>
  text
    .slice(0, 2_000)
    .split(/[,;،؛\t|•·\n()]|\s[-–—]\s/)
    .map(wordsOf)

function longestName(words: string[], at: number) {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join('')
    const places = placesCalled(name)
    if (places) return { length, places }
  }
  return { length: 1, places: undefined }
}

/** `بسيدي بوزيد` is in Sidi Bouzid: small words stand before names without a space. */
const placesCalled = (name: string) =>
  KNOWN.get(name) ?? KNOWN.get(name.replace(/^[بلوف](?:ال)?(?=[ء-ي]{3})/, ''))

/** @param isPerson whether it may be the second name of somebody: `avenue Fatma Ezzahra` */
function isStreet(words: string[], at: number, isPerson = false): boolean {
  let before = at - 1
  while (before >= 0 && before >= at - 2 && LINKS.has(words[before])) before -= 1
  return STREETS.has(words[before]) || (isPerson && STREETS.has(words[before - 1]))
}
