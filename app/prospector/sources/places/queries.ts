import { foldWords } from '#app/platform/text/fold_words'
import { bestSegment, segmentScores } from '#app/prospector/reader/segment_of_page'
import type { Segment } from '#app/prospector/sources/finding'

/** What Places is asked for in a zone, and the segment of what is found by it when Google does not tell. */
export interface PlacesQuery {
  text: string
  language: 'fr' | 'ar'
  segment: Segment | null
}

/** What is asked for by itself, in each zone. It is data: the list is the strategy. */
export const QUERIES: readonly PlacesQuery[] = [
  { text: 'garage mécanique', language: 'fr', segment: 'garage' },
  { text: 'atelier mécanique auto', language: 'fr', segment: 'garage' },
  { text: 'mécanique générale', language: 'fr', segment: 'garage' },
  { text: 'électricité auto', language: 'fr', segment: 'workshop' },
  { text: 'diagnostic auto', language: 'fr', segment: 'workshop' },
  { text: 'tôlerie peinture auto', language: 'fr', segment: 'workshop' },
  { text: 'vulcanisation pneus', language: 'fr', segment: 'workshop' },
  { text: 'station service', language: 'fr', segment: 'station' },
  { text: 'station lavage auto', language: 'fr', segment: 'station' },
  { text: 'visite technique', language: 'fr', segment: 'administration' },
  { text: 'location de voitures', language: 'fr', segment: 'fleet' },
  { text: 'agence taxi louage', language: 'fr', segment: 'fleet' },
  { text: 'transport de marchandises', language: 'fr', segment: 'fleet' },
  { text: 'transport touristique', language: 'fr', segment: 'fleet' },
  { text: 'auto-école', language: 'fr', segment: 'driving_school' },
  { text: 'concessionnaire auto', language: 'fr', segment: 'dealer' },
  { text: 'vente voitures occasion', language: 'fr', segment: 'dealer' },
  { text: 'société de bâtiment', language: 'fr', segment: 'fleet' },
  { text: 'pièces de rechange auto', language: 'fr', segment: 'reseller' },
  { text: 'casse auto', language: 'fr', segment: 'reseller' },
  { text: 'engins agricoles tracteurs', language: 'fr', segment: 'dealer' },
  { text: 'ambulance privée', language: 'fr', segment: 'fleet' },
  { text: 'ميكانيكي سيارات', language: 'ar', segment: 'garage' },
  { text: 'كهربائي سيارات', language: 'ar', segment: 'workshop' },
  { text: 'قطع غيار سيارات', language: 'ar', segment: 'reseller' },
  { text: 'كراء سيارات', language: 'ar', segment: 'fleet' },
  { text: 'مدرسة سياقة', language: 'ar', segment: 'driving_school' },
  { text: 'محطة بنزين', language: 'ar', segment: 'station' },
  { text: 'شركة نقل', language: 'ar', segment: 'fleet' },
]

/** A question that somebody types: one of the list, however it is spelt, or the words as they are. */
export function queryOf(words: string): PlacesQuery {
  const folded = foldWords(words)
  return QUERIES.find(({ text }) => foldWords(text) === folded) ?? freeQuery(words)
}

const freeQuery = (text: string): PlacesQuery => ({
  text,
  language: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr',
  segment: bestSegment(segmentScores([{ text, weight: 2 }])),
})
