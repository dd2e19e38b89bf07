import { placeOfMap } from '#app/prospector/reader/map_links'
import type { Line, PageContent } from '#app/prospector/reader/page_content'
import {
  governoratesIn,
  placeInText,
  placeOfCode,
  type FoundPlace,
} from '#app/prospector/reader/place_in_text'
import type { Structured } from '#app/prospector/reader/structured'

/** A place, and how surely it is that of the business: an address more than a word of the text. */
export interface PlaceVote extends FoundPlace {
  weight: number
  /** The line it stands in, for the address. */
  line: string | null
}

const ADDRESS_LABEL =
  /^(?:notre |nos |our )?(?:adresses?|address|si[èe]ge|localisation|emplacement|où nous trouver|nous trouver|(?:ال)?عنوان(?:نا)?|(?:ال)?مقر(?:نا)?|موقعنا|الموقع الجغرافي|أين تجدنا)(?![\p{L}\p{N}])|📍|(?<!\p{L})(?:adresse|si[èe]ge(?: social)?)\s*[:\t]|(?:العنوان|المقر)\s*:/iu
export const STREET =
  /(?:^|[\s,،:(\t])(?:rue|avenue|av\.?|boulevard|b[dl]v?d?\.?|route|rte\.?|impasse|place|cit[ée]|r[ée]sidence|immeuble|imm\.?|km\.?|z\.?\s?i\.?|zone (?:industrielle|touristique)|gp\s?\d|lot(?:issement)?|angle|[بو]?(?:شارع|نهج|طريق|حي|عمارة|إقامة|ساحة|مفترق|ولاية|معتمدية|المنطقة (?:الصناعية|السياحية))|كلم)(?=[\s.,،:\d]|$)/iu
const POSTAL = /(?<!\d)[1-9]\d{3}(?![\d/-])/
/** `Garage Nour, situé à Gafsa`: somebody says where he is, in running text. */
const SITUATED =
  /(?<!\p{L})(?:agence|garage|atelier|magasin|bas[ée]e?|situ[ée]e?|implant[ée]e?|install[ée]e?|sise?) (?:à|au|en|dans)(?!\p{L})|(?:agence|bureau|magasin) principale? ?:|(?:ال)?كائنة? |(?:^|\s)[يت]قع |مقرها |مقره /iu
/** Cars are handed over there, and nobody has his office. */
const AIRPORT = /a[ée]roport|airport|مطار/iu
/** Where somebody goes, and not where he is. */
const SERVED =
  /grand tunis|(?<!\p{L})environs|interven(?:ons|tion)|d[ée]pla[çc]ons|zones? (?:desservie|couverte|d['’]intervention|de livraison)|desserv|couvrons|livr(?:aison|ons)|exp[ée]di|partout|(?<!\p{L})excursions?|circuits? |toute la tunisie|transferts? |we (?:serve|cover|deliver)|نغطي|توصيل|التوصيل|نتنقل|جميع أنحاء|كامل تراب/iu
const A_WORD = 0.5
/** Names of firms tell of their towns, and years look like postal codes. */
const COPYRIGHT = /©|\(c\)|copyright|droits r[ée]serv|حقوق/iu
const EMAIL = /(?<!\S)[^\s@]{1,64}@\S{1,255}/gu

/** Belgian and Swiss postal codes look like ours. */
const TUNISIAN = /(?:\+|00|\()216|tunis|تونس|\.tn(?!\p{L})/iu

/** Where a page says that its business is, each place with how surely. `own` are its lines without those of others. */
export function placeVotesOf(
  content: PageContent,
  own: Line[],
  businesses: Structured[]
): PlaceVote[] {
  const votes: PlaceVote[] = []
  const isTunisian = [content.title, ...own.map(textOf)].some((text) => TUNISIAN.test(text))
  const vote = (text: string, weight: number, line: string | null, inAddress = false) => {
    const place =
      placeInText(text, inAddress) ?? (inAddress && isTunisian ? placeOfCode(text) : undefined)
    if (place) votes.push({ ...place, weight, line })
  }
  for (const { places, street, isExact } of businesses)
    if (places.length) vote(places.join(', '), isExact ? 12 : TOWN_ALONE, street, true)
  // Names of towns line by line are where somebody delivers, or which town a visitor may choose.
  const isList = governoratesIn(own.filter(isTownAlone).map(textOf).join('\n')) > MOST_BRANCHES
  for (const [at, { text: written, isAddress }] of own.entries()) {
    const text = written.replace(EMAIL, ' ')
    const label = own[at - 1]?.text ?? ''
    const isLabelled = ADDRESS_LABEL.test(text) || (label.length < 40 && ADDRESS_LABEL.test(label))
    const isStreet = STREET.test(text) && text.length < 250
    const withNext =
      isAddress || isStreet
        ? [
            text,
            own[at + 1]?.isAddress || isPlaceOnly(own[at + 1]?.text) ? own[at + 1].text : '',
          ].join(', ')
        : text
    const isElsewhere = isServed(text, label) || (AIRPORT.test(text) && !POSTAL.test(text))
    if (isAddress || isLabelled) vote(withNext, 9 + (isStreet ? 2 : 0), text, true)
    else if (isElsewhere && !isStreet && !SITUATED.test(text)) vote(text, A_WORD, null)
    else if (isStreet) vote(withNext, 8 - at / own.length, text, true)
    else if (COPYRIGHT.test(text)) vote(text, 1, null)
    else if (POSTAL.test(text) && text.length < 250) vote(text, 7, text)
    else if (isPlaceOnly(text)) vote(text, isList ? 0.5 : 4, isList ? null : text)
    else if (text.length < 400)
      vote(text, governoratesIn(text) > 2 ? 0.5 : SITUATED.test(text) ? 3 : 2, null)
  }
  for (const url of [...content.frames, ...content.links.map(({ href }) => href)])
    vote(placeOfMap(url) ?? '', 5, null)
  const summaries = ['og:title', 'description', 'geo.placename'].map((name) => ({
    text: content.metas.get(name) ?? '',
    weight: 2.5,
  }))
  for (const { text, weight } of [{ text: content.title, weight: 3 }, ...summaries])
    vote(text, governoratesIn(text) > 2 || AIRPORT.test(text) ? A_WORD : weight, null)
  return votes
}

const MOST_BRANCHES = 3
/** Data that tells a town alone tells less than an address on the page. */
const TOWN_ALONE = 6

/** `Nous livrons à Sousse`, or a town in a line below `Zones desservies`. */
const isServed = (text: string, label: string) =>
  SERVED.test(text) || (isServedLabel(label) && isPlaceOnly(text))

const isServedLabel = (label: string) =>
  label.length < 40 && SERVED.test(label) && placeInText(label) === undefined
const textOf = ({ text }: Line) => text
const isTownAlone = ({ text, isAddress }: Line) =>
  !isAddress && !SERVED.test(text) && isPlaceOnly(text)

/** `Gafsa Sud`, `8000 Nabeul`: a line that is little but a place. */
const isPlaceOnly = (text = '') =>
  text !== '' &&
  text.length <= 60 &&
  text.split(/\s+/).length <= 6 &&
  placeInText(text) !== undefined
