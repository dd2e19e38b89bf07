import { decodeSafely } from '#app/prospector/reader/phones_in_text'

const MAP =
  /^https?:\/\/(?:www\.|maps\.)?google\.[a-z.]{2,6}\/maps|^https?:\/\/maps\.google\.[a-z.]{2,6}\//i
/** What is looked for, the name of the place, or the name that an embedded map carries. */
const NAMED =
  /[?&](?:q|query|daddr|destination)=([^&#]{3,200})|\/maps\/(?:place|search)\/([^/?#]{3,200})|!2s([^!]{3,200})!/i

/** Where cars are handed over, and nobody has his office. */
const AIRPORT = /a[ée]roport|airport|مطار/iu

/** The place that a link to a map, or a map on a page, shows: `Route de Tunis, Sfax`. */
export function placeOfMap(url: string): string | undefined {
  if (!MAP.test(url)) return undefined
  const [, asked, named, embedded] = NAMED.exec(url) ?? []
  const written = asked ?? named ?? embedded
  const place = written && decodeSafely(written.replaceAll('+', ' '))
  return place && !AIRPORT.test(place.normalize('NFC')) ? place : undefined
}
