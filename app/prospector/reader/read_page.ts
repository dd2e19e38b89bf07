import { partCredits } from '#app/prospector/reader/credits'
import { emailsOfPage } from '#app/prospector/reader/emails_of_page'
import { isListOfOthers } from '#app/prospector/reader/list_of_others'
import { mentioned, type Vocabulary } from '#app/prospector/reader/mentions'
import { bareName, isName } from '#app/prospector/reader/bare_name'
import type { NameVote } from '#app/prospector/reader/name_of_site'
import { handleVotesOf, nameVotesOf } from '#app/prospector/reader/name_votes'
import { offersOfPage, type FoundOffer } from '#app/prospector/reader/offers_of_page'
import type { Line, Link, PageContent } from '#app/prospector/reader/page_content'
import { phonesOfPage } from '#app/prospector/reader/phones_of_page'
import { placeVotesOf, type PlaceVote } from '#app/prospector/reader/place_votes'
import { readContent } from '#app/prospector/reader/read_content'
import { segmentScoresOf, type SegmentScores } from '#app/prospector/reader/segment_of_page'
import { joinSigns, signsInLines, type Signs } from '#app/prospector/reader/signs_in_text'
import { readStructured, type Structured } from '#app/prospector/reader/structured'
import { taxIdInText } from '#app/prospector/reader/tax_id_in_text'
import { tidy } from '#app/prospector/reader/tidy'

/** What one page tells of the business it belongs to. */
export interface PageReading {
  url: string
  /** Alone, without the text: with all its links, relative ones resolved. */
  links: { url: string; text: string }[]
  nameVotes: NameVote[]
  /** By its path; the first page of a crawl is a start page as well. */
  isStart: boolean
  /** A list of businesses, of which none is meant. */
  isList: boolean
  phones: string[]
  /** Numbers of other countries; they count where there is no other. */
  foreignPhones: string[]
  faxes: string[]
  emails: string[]
  placeVotes: PlaceVote[]
  segmentScores: SegmentScores
  location: { latitude: number; longitude: number } | null
  taxId: string | null
  makes: string[]
  brands: string[]
  offers: FoundOffer[]
  signs: Signs
  needsScript: boolean
  /** Where it leads at once. */
  refresh: string | null
  /** The pages that it is made of. */
  parts: string[]
}

/** Everything that a page tells. `vocabulary` holds the makes and brands to look for. */
export function readPage(html: string, url: string, vocabulary: Vocabulary): PageReading {
  const content = readContent(html)
  const businesses = readStructured(content.nodes)
  const { own, credits } = partCredits(content.lines)
  const links = content.links.filter((link) => !isCredited(link, credits))
  const numbers = phonesOfPage(links, own, businesses)
  const emails = emailsOfPage(content, links, own, businesses)
  const text = [content.title, ...content.lines.map((line) => line.text)].join('\n')
  return {
    url,
    links: linksOf(content, url),
    nameVotes: [...nameVotesOf(content, own, businesses, url), ...handleVotesOf(content, emails)],
    isStart: isHome(url),
    isList: isListOfOthers(own, businesses, numbers.phones),
    ...numbers,
    emails,
    placeVotes: placeVotesOf(content, own, businesses),
    segmentScores: segmentScoresOf(content, businesses),
    location:
      businesses.map(({ location }) => location).find((location) => location !== null) ?? null,
    taxId: taxIdOf(own, businesses),
    makes: mentioned(text, vocabulary.makes),
    brands: mentioned(text, vocabulary.brands),
    offers: offersOfPage(content),
    signs: joinSigns([
      signsInLines(own.map((line) => line.text)),
      ...businesses.map(({ reviews }) => (reviews === null ? {} : { reviews })),
    ]),
    needsScript: content.needsScript || isSilent(content, [...numbers.phones, ...emails]),
    refresh: targetOf(content.refresh, url),
    parts: content.parts.flatMap((part) => targetOf(part, url) ?? []),
  }
}

/** It shows some text, and has scripts that will say whose it is: so far nothing does. */
const isSilent = ({ hasScripts, title, lines }: PageContent, contacts: string[]) =>
  hasScripts &&
  !contacts.length &&
  !isName(bareName(title)) &&
  !lines.some(({ level }) => level === 1)

/** Another page that this one names, on the web. */
function targetOf(href: string | null, url: string): string | null {
  const target = href === null ? null : URL.parse(href, url)
  if (!target || !/^https?:$/.test(target.protocol) || target.href === url) return null
  return target.href
}

function isCredited({ text }: Link, credits: string[]): boolean {
  const shown = credits.length ? tidy(text) : ''
  return shown !== '' && credits.some((credit) => credit.includes(shown))
}

/** The matricule with its codes, rather than its short form. */
function taxIdOf(own: Line[], businesses: Structured[]): string | null {
  const told = businesses.flatMap(({ taxId }) => (taxId ? [`MF ${taxId}`] : []))
  const found = [...told, ...own.map(({ text }) => text)]
    .map(taxIdInText)
    .filter((taxId) => taxId !== undefined)
  return found.find((taxId) => taxId.includes('/')) ?? found[0] ?? null
}

const isHome = (url: string) => {
  const path = URL.parse(url)?.pathname ?? '/'
  return /^\/(?:index\.\w+|accueil\w*|home\w*|(?:fr|ar|en)(?:\/(?:accueil|home|index)?(?:\.\w+)?)?)?\/?$/i.test(
    path
  )
}

function linksOf({ links }: PageContent, url: string) {
  return links.flatMap(({ href, text }) => {
    const target = URL.parse(href, url)
    if (!target || !/^https?:$/.test(target.protocol)) return []
    target.hash = ''
    return [{ url: target.href, text: text.trim() }]
  })
}
