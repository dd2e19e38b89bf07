import { partCredits } from '#app/prospector/reader/credits'
import { emailsOfPage } from '#app/prospector/reader/emails_of_page'
import { mentioned, type Vocabulary } from '#app/prospector/reader/mentions'
import type { NameVote } from '#app/prospector/reader/name_of_site'
import { nameVotesOf } from '#app/prospector/reader/name_votes'
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
}

/** Everything that a page tells. `vocabulary` holds the makes and brands to look for. */
export function readPage(html: string, url: string, vocabulary: Vocabulary): PageReading {
  const content = readContent(html)
  const businesses = readStructured(content.nodes)
  const { own, credits } = partCredits(content.lines)
  const links = content.links.filter((link) => !isCredited(link, credits))
  const numbers = phonesOfPage(links, own, businesses)
  const text = [content.title, ...content.lines.map((line) => line.text)].join('\n')
  return {
    url,
    links: linksOf(content, url),
    nameVotes: nameVotesOf(content, own, businesses, isHome(url)),
    ...numbers,
    emails: emailsOfPage(content, links, own, businesses),
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
    needsScript: content.needsScript,
  }
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
