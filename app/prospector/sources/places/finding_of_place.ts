import { placeInText } from '#app/prospector/reader/place_in_text'
import { dialledPhone } from '#app/prospector/reader/phones_in_text'
import { tidy } from '#app/prospector/reader/tidy'
import type { Finding, Segment } from '#app/prospector/sources/finding'
import type { Place } from '#app/prospector/sources/places/search_places'

/** Google's terms: what it says is cached for 30 days at most; the rest of a day is for the task that forgets. */
const CACHED_MS = 29 * 86_400_000

const SEGMENT_OF_TYPE: Record<string, Segment> = {
  ...{ auto_parts_store: 'reseller', car_repair: 'garage', car_dealer: 'dealer' },
  ...{ car_rental: 'fleet', taxi_stand: 'fleet', moving_company: 'fleet' },
  ...{ courier_service: 'fleet', truck_stop: 'station', car_wash: 'station' },
  gas_station: 'station',
}

/**
 * A place as a finding. Types of garages are weak here: what was asked for counts, unless Google names
 * something else outright.
 */
export function findingOfPlace(place: Place, asked: Segment | null, seenAt: Date): Finding {
  const found = placeInText(place.formattedAddress ?? '')
  const written = place.internationalPhoneNumber ?? place.nationalPhoneNumber
  const phone = written === undefined ? undefined : dialledPhone(written)
  const typed = SEGMENT_OF_TYPE[place.primaryType ?? '']
  const sameTrade = typed === 'garage' && asked === 'workshop'
  return {
    source: 'places',
    key: place.id,
    name: textOf(place.displayName?.text),
    segment: sameTrade ? asked : (typed ?? asked),
    phones: phone ? [phone.number] : [],
    emails: [],
    website: webAddress(place.websiteUri),
    address: textOf(place.formattedAddress),
    governorate: found?.governorate ?? null,
    delegation: found?.delegation ?? null,
    locality: found?.locality ?? null,
    location: place.location ?? null,
    taxId: null,
    ...{ makes: [], brands: [] },
    signs: {
      ...(place.userRatingCount !== undefined && { reviews: place.userRatingCount }),
      ...(place.businessStatus === 'CLOSED_PERMANENTLY' && { closed: true }),
    },
    seenAt,
    evidence: [`https://www.google.com/maps/place/?q=place_id:${encodeURIComponent(place.id)}`],
    expiresAt: new Date(seenAt.getTime() + CACHED_MS),
  }
}

const textOf = (text: string | undefined) => tidy(text ?? '') || null

/** Nothing but http and https ever becomes a link. */
function webAddress(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
