import { createHash } from 'node:crypto'

const SEARCHED = [
  ...['id', 'name', 'displayName', 'formattedAddress', 'addressComponents', 'location', 'types'],
  ...['primaryType', 'businessStatus', 'nationalPhoneNumber', 'internationalPhoneNumber'],
  ...['websiteUri', 'rating', 'userRatingCount', 'googleMapsUri', 'photos', 'viewport'],
]

/** Fields that a mask may name. */
export const PLACE_FIELDS = new Set([
  ...SEARCHED.map((field) => `places.${field}`),
  'nextPageToken',
])

interface Question {
  textQuery?: string
  languageCode?: string
  locationBias?: { circle?: { center?: { latitude: number; longitude: number } } }
}

/** No two questions have the same number of results: none, a page, or more than there may be. */
const COUNTS = [0, 3, 20, 27, 45, 64]

/** Places that answer a question, always the same ones. They are nobody's. */
export function placesOf(question: Question, websites: string[]): Record<string, unknown>[] {
  const { latitude = 36.8, longitude = 10.18 } = question.locationBias?.circle?.center ?? {}
  const seed = createHash('sha256').update(`${question.textQuery}@${latitude}`).digest()
  return Array.from({ length: COUNTS[seed[0] % COUNTS.length] }, (_, at) => {
    const number = `${20 + (seed[1] % 10)} ${String(100 + seed[2]).slice(-3)} ${String(100 + at).padStart(3, '0')}`
    return {
      id: `ChIJ${seed.toString('hex').slice(0, 16)}${at}`,
      displayName: {
        text: `${question.textQuery} ${seed.toString('hex').slice(0, 4)} ${at}`,
        languageCode: question.languageCode ?? 'fr',
      },
      formattedAddress: `Rue ${at + 1}, Sfax 3000, Tunisie`,
      location: { latitude: latitude + at / 1_000, longitude: longitude + at / 1_000 },
      types: ['point_of_interest', 'establishment'],
      businessStatus: at % 17 === 16 ? 'CLOSED_PERMANENTLY' : 'OPERATIONAL',
      ...(at % 3 && { nationalPhoneNumber: number, internationalPhoneNumber: `+216 ${number}` }),
      ...(at < websites.length && { websiteUri: `http://${websites[at]}/` }),
      ...(at % 2 && { rating: 4.1, userRatingCount: at * 3 }),
    }
  })
}
