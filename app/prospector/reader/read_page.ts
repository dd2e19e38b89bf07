import { foldWords } from '#app/platform/text/fold_words'
import { cleanEmail, emailsInText, writtenEmails } from '#app/prospector/reader/emails_in_text'
import { partCredits } from '#app/prospector/reader/credits'
import { mentioned, type Vocabulary } from '#app/prospector/reader/mentions'
import {
  nameInCopyright,
  nameInSentence,
  titleParts,
  type NameVote,
} from '#app/prospector/reader/name_of_site'
import { offersOfPage, type FoundOffer } from '#app/prospector/reader/offers_of_page'
import {
  readContent,
  tidy,
  type Line,
  type Link,
  type PageContent,
} from '#app/prospector/reader/page_content'
import { dialledPhone, phonesInText } from '#app/prospector/reader/phones_in_text'
import { placeVotesOf, type PlaceVote } from '#app/prospector/reader/place_votes'
import { segmentScores, type SegmentScores } from '#app/prospector/reader/segment_of_page'
import { joinSigns, signsInLines, type Signs } from '#app/prospector/reader/signs_in_text'
import { readStructured, siteNames, type Structured } from '#app/prospector/reader/structured'
import { taxIdInText } from '#app/prospector/reader/tax_id_in_text'

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
  const numbers = phonesOf(links, own, businesses)
  const text = [content.title, ...content.lines.map((line) => line.text)].join('\n')
  return {
    url,
    links: linksOf(content, url),
    nameVotes: nameVotesOf(content, own, businesses, isHome(url)),
    ...numbers,
    emails: emailsOf(content, links, own, businesses),
    placeVotes: placeVotesOf(content, own, businesses),
    segmentScores: segmentsOf(content, businesses),
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

function nameVotesOf(
  content: PageContent,
  own: Line[],
  businesses: Structured[],
  isStart: boolean
): NameVote[] {
  const vote = (weight: number) => (name: string) => ({ name, weight })
  const shown = (weight: number) => (name: string) => ({ name, weight, isShown: true })
  const titles = titleParts(content.title)
  const copyright = own
    .map((line) => nameInCopyright(line.text))
    .filter((name) => name !== undefined)
  const sentences = own
    .map((line) => nameInSentence(line.text))
    .filter((name) => name !== undefined)
  const headings = content.lines.filter(({ level }) => level > 0 && level < 3)
  const brands = content.lines.filter(({ isBrand }) => isBrand).slice(0, 2)
  const votes = [
    ...businesses
      .filter(({ isPlace }) => isPlace)
      .flatMap(({ names }) => names.slice(0, 1).map(vote(10))),
    ...businesses
      .filter(({ isPlace }) => !isPlace)
      .flatMap(({ names }) => names.slice(0, 1).map(vote(8))),
    ...siteNames(content.nodes).slice(0, 1).map(vote(6)),
    ...[content.metas.get('og:site_name'), content.metas.get('application-name')]
      .filter((name) => name !== undefined)
      .map(vote(7)),
    ...content.logos.slice(0, 2).map(vote(4)),
    ...brands.map((line) => shown(5)(line.text)),
    ...copyright.slice(0, 1).map(vote(4)),
    ...sentences.slice(0, 2).map(vote(2)),
    ...titles.slice(0, 4).map((name, at) => vote(titleWeight(at, titles.length))(name)),
    ...titleParts(content.metas.get('og:title') ?? '')
      .slice(0, 2)
      .map(vote(2)),
  ]
  if (!isStart) return votes.map((each) => ({ ...each, weight: each.weight / 3 }))
  return [
    ...votes,
    ...headings
      .filter(({ level }) => level === 1)
      .slice(0, 1)
      .map((line) => shown(isPartOf(line.text, titles[0] ?? '') ? 4 : 2.5)(line.text)),
    ...headings
      .filter(({ level }) => level === 2)
      .slice(0, 1)
      .map((line) => shown(1.5)(line.text)),
    ...content.lines
      .slice(0, 1)
      .filter(({ level }) => level !== 1)
      .map((line) => shown(1.5)(line.text)),
    ...content.lines
      .filter(({ isFooter }) => isFooter)
      .slice(0, 1)
      .map((line) => vote(1.5)(titleParts(line.text)[0] ?? '')),
  ]
}

/** A heading that the title begins with is no slogan. */
const isPartOf = (heading: string, title: string) =>
  ` ${foldWords(title)} `.includes(` ${foldWords(heading)} `)

/** Names stand first or last in titles, if not alone. */
const titleWeight = (at: number, parts: number) =>
  parts === 1 ? 3.5 : at === 0 || at === parts - 1 ? 3 : 2.5

function phonesOf(links: Link[], own: Line[], businesses: Structured[]) {
  const found: { number: string; isForeign: boolean }[] = []
  const dial = (written: string) => {
    const number = dialledPhone(written)
    if (number) found.push(number)
  }
  for (const { phones } of businesses) for (const each of phones) dial(each)
  for (const { href, text } of links) {
    const written = phoneOfLink(href)
    if (written && !/fax/i.test(text)) dial(written)
  }
  const faxes: string[] = []
  const announced: string[] = []
  for (const [at, { text }] of own.entries()) {
    const inLine = phonesInText(text, own[at - 1]?.text)
    faxes.push(...inLine.faxes)
    announced.push(...inLine.announced)
    found.push(...inLine.phones.map((number) => ({ number, isForeign: false })))
    found.push(...inLine.foreign.map((number) => ({ number, isForeign: true })))
  }
  // A link may dial a fax; what is called a telephone as well is both.
  const onlyFax = new Set(faxes.filter((number) => !announced.includes(number)))
  const numbers = (isForeign: boolean) =>
    [
      ...new Set(found.filter((each) => each.isForeign === isForeign).map(({ number }) => number)),
    ].filter((number) => !onlyFax.has(number))
  return { phones: numbers(false), foreignPhones: numbers(true), faxes: [...onlyFax] }
}

/** The number that a link dials, or writes to. */
function phoneOfLink(href: string): string | undefined {
  const [, dialled] = /^(?:tel|callto|sms|whatsapp):(?:\/\/)?([^?;]+)/i.exec(href) ?? []
  if (dialled) return dialled
  const [, written] =
    /^(?:https?:)?\/\/(?:wa\.me\/|(?:api|web|www)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=|whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=|viber\.me\/)((?:\+|%2B)?[\d\s().-]{7,20})/i.exec(
      href
    ) ??
    /^whatsapp:\/\/send\/?\?(?:[^#]*&)?phone=((?:\+|%2B)?\d{7,20})/i.exec(href) ??
    /^viber:\/\/(?:chat|add)\?number=((?:\+|%2B)?\d{7,20})/i.exec(href) ??
    []
  return written && (/^(?:\+|%2B)/i.test(written) ? written : `+${written.replace(/^00/, '')}`)
}

function emailsOf(
  content: PageContent,
  links: Link[],
  own: Line[],
  businesses: Structured[]
): string[] {
  const emails = [
    ...businesses.flatMap(({ emails: written }) => written.flatMap(writtenEmails)),
    ...links.flatMap(({ href }) => (/^mailto:/i.test(href) ? writtenEmails(href.slice(7)) : [])),
    ...content.hiddenEmails.flatMap((email) => writtenEmails(cleanEmail(email))),
    ...own.flatMap(({ text }, at) =>
      emailsInText(`${text}${restOfEmail(own[at + 1]?.text)}`.replaceAll('\t', ' '))
    ),
  ]
  return [...new Set(emails)]
}

/** Long addresses of mail go on in the next line: `contact`, `@garage.tn`. */
const restOfEmail = (next = '') => /^@[\w.-]+\.[a-z]{2,}(?=\s|$)/i.exec(next)?.[0] ?? ''

function segmentsOf(content: PageContent, businesses: Structured[]): SegmentScores {
  const headings = content.lines
    .filter(({ level }) => level > 0 && level < 4)
    .map(({ text }) => text)
  const scores = segmentScores([
    { text: content.title, weight: 3 },
    { text: businesses.flatMap(({ names }) => names).join('\n'), weight: 3 },
    {
      text: content.metas.get('description') ?? content.metas.get('og:description') ?? '',
      weight: 2,
    },
    { text: headings.join('\n'), weight: 2 },
    { text: content.lines.map(({ text }) => text).join('\n'), weight: 1 },
  ])
  for (const { segment } of businesses) if (segment) scores[segment] = (scores[segment] ?? 0) + 25
  return scores
}
