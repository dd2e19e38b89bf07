import { bestName, type NameVote } from '#app/prospector/reader/name_of_site'
import type { FoundOffer } from '#app/prospector/reader/offers_of_page'
import type { PageReading } from '#app/prospector/reader/read_page'
import type { PlaceVote } from '#app/prospector/reader/place_votes'
import { governoratesOfPhones } from '#app/prospector/reader/area_codes'
import {
  bestSegment,
  scoresOfName,
  type SegmentScores,
} from '#app/prospector/reader/segment_of_page'
import { joinSigns } from '#app/prospector/reader/signs_in_text'
import type { Finding } from '#app/prospector/sources/finding'

const MOST_CONTACTS = 10
const LONGEST_ADDRESS = 300
/** The weight of a town that a sentence names. */
const PASSING = 2

/** How much more a place counts where the telephones are. */
const SAME_AREA = 1.2

/** What all pages of a site tell of its business together. */
export interface SiteReading {
  finding: Finding
  offers: (FoundOffer & { url: string })[]
}

/**
 * Joins the readings of the pages of one site, its start page first.
 * @param host names the business at this source
 */
export function readSite(host: string, read: PageReading[], seenAt: Date): SiteReading {
  const pages = read[0]?.isList ? [] : read
  const faxes = new Set(pages.flatMap((page) => page.faxes))
  const phones = unique(pages.flatMap((page) => page.phones)).filter((phone) => !faxes.has(phone))
  const place = bestPlace(
    pages.flatMap(({ placeVotes }) => placeVotes),
    governoratesOfPhones(phones)
  )
  const name = bestName(pages.flatMap(nameVotesOf), host)
  const finding: Finding = {
    source: 'website',
    key: host,
    name,
    segment: bestSegment(joinScores([sumScores(pages), scoresOfName(name)])),
    phones: (phones.length ? phones : unique(pages.flatMap((page) => page.foreignPhones))).slice(
      0,
      MOST_CONTACTS
    ),
    emails: unique(pages.flatMap(({ emails }) => emails)).slice(0, MOST_CONTACTS),
    website: read[0]?.url ?? null,
    address: place?.line?.replaceAll('\t', ' ').slice(0, LONGEST_ADDRESS) ?? null,
    governorate: place?.governorate ?? null,
    delegation: place?.delegation ?? null,
    locality: place?.locality ?? null,
    location: pages.map(({ location }) => location).find((location) => location !== null) ?? null,
    taxId: pages.map(({ taxId }) => taxId).find((taxId) => taxId !== null) ?? null,
    makes: unique(pages.flatMap(({ makes }) => makes)),
    brands: unique(pages.flatMap(({ brands }) => brands)),
    signs: joinSigns(pages.map(({ signs }) => signs)),
    seenAt,
    evidence: read.map(({ url }) => url),
    expiresAt: null,
  }
  return {
    finding,
    offers: pages.flatMap(({ url, offers }) => offers.map((offer) => ({ ...offer, url }))),
  }
}

/** Pages behind the start say less of the name, and their headings nothing. */
function nameVotesOf({ nameVotes, isStart }: PageReading, at: number): NameVote[] {
  if (at === 0 || isStart) return nameVotes
  return nameVotes
    .filter(({ isHeading, isOfPage }) => !isHeading && !isOfPage)
    .map((vote) => (vote.isHandle ? vote : { ...vote, weight: vote.weight / 3 }))
}

/** The governorate that most speaks for, and in it the delegation that most speaks for. */
function bestPlace(votes: PlaceVote[], called: Set<string>): PlaceVote | undefined {
  const governorate = heaviest(votes, (vote) => vote.governorate, called)
  const inside = votes.filter((vote) => vote.governorate === governorate)
  const strongest = Math.max(0, ...inside.map(({ weight }) => weight))
  // Where somebody delivers says nothing of where he is.
  if (strongest < 1) return undefined
  // Towns in passing are those of customers, when they are several.
  const isPassing = (vote: PlaceVote) => vote.governorate !== governorate && vote.weight >= 1
  if (strongest <= PASSING && votes.some(isPassing)) return undefined
  // A word in passing names no delegation when an address stands there that names none.
  const delegations = inside.filter((vote) => vote.delegation && vote.weight >= strongest / 2)
  const delegation = heaviest(delegations, (vote) => vote.delegation!)
  const matching = inside.filter((vote) => (delegation ? vote.delegation === delegation : true))
  const [best] = matching.toSorted((one, other) => other.weight - one.weight)
  const line = best?.line ?? inside.find((vote) => vote.line)?.line ?? null
  return best && { ...best, delegation: delegation ?? null, line }
}

/** @param called governorates whose area codes the telephones have: they decide between places that are told alike */
function heaviest(
  votes: PlaceVote[],
  of: (vote: PlaceVote) => string,
  called = new Set<string>()
): string | undefined {
  const totals = new Map<string, number>()
  // Strong votes decide: many words in passing weigh less than one address.
  for (const vote of votes) totals.set(of(vote), (totals.get(of(vote)) ?? 0) + vote.weight ** 2)
  const weightOf = ([key, total]: [string, number]) => total * (called.has(key) ? SAME_AREA : 1)
  return [...totals].toSorted((one, other) => weightOf(other) - weightOf(one))[0]?.[0]
}

/** The start page says most of what somebody does. */
const sumScores = (pages: PageReading[]) =>
  joinScores(
    pages.map(({ segmentScores }, at) =>
      Object.fromEntries(
        Object.entries(segmentScores).map(([segment, score]) => [segment, at ? score / 3 : score])
      )
    )
  )

function joinScores(all: SegmentScores[]): SegmentScores {
  const total: SegmentScores = {}
  for (const scores of all)
    for (const [segment, score] of Object.entries(scores) as [keyof SegmentScores, number][])
      total[segment] = (total[segment] ?? 0) + score
  return total
}

const unique = <T>(values: T[]): T[] => [...new Set(values)]
