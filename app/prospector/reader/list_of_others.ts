import { tellingWords } from '#app/prospector/reader/telling_words'
import type { Line } from '#app/prospector/reader/page_content'
import { placeInText } from '#app/prospector/reader/place_in_text'
import type { Structured } from '#app/prospector/reader/structured'

const LEAST_BUSINESSES = 3
const LEAST_PHONES = 8
const LEAST_GOVERNORATES = 3
/** Firms with many branches say that they are theirs. */
const OF_ONE =
  /(?<!\p{L})(?:nos|our) (?:agences?|magasins?|points? de vente|centres?|bureaux|branches|succursales?|showrooms?|ateliers?|concessions?|offices|locations)(?!\p{L})|notre r[ée]seau|فروعنا|وكالاتنا|نقاط البيع/iu

/** Whether a page lists businesses that have nothing to do with each other: a directory is no business. */
export function isListOfOthers(own: Line[], businesses: Structured[], phones: string[]): boolean {
  const reached = businesses.filter(({ phones: told }) => told.length)
  const numbers = new Set(reached.flatMap(({ phones: told }) => told))
  const names = new Set(reached.map(({ names: [name = ''] }) => tellingWords(name).join(' ')))
  if (Math.min(names.size, numbers.size) >= LEAST_BUSINESSES) return true
  if (phones.length < LEAST_PHONES || own.some(({ text }) => OF_ONE.test(text))) return false
  const places = own.map(({ text }) => placeInText(text)?.governorate)
  return new Set(places.filter((place) => place !== undefined)).size >= LEAST_GOVERNORATES
}
