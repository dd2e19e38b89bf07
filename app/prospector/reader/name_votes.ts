import { foldWords } from '#app/platform/text/fold_words'
import {
  bareName,
  isBrand,
  isDomain,
  isName,
  nameInAlt,
  titleParts,
} from '#app/prospector/reader/bare_name'
import { nameInCopyright } from '#app/prospector/reader/name_in_copyright'
import { nameInSentence } from '#app/prospector/reader/name_in_sentence'
import type { NameVote } from '#app/prospector/reader/name_of_site'
import type { Line, Link, PageContent } from '#app/prospector/reader/page_content'
import { STREET } from '#app/prospector/reader/place_votes'
import { isSlogan } from '#app/prospector/reader/slogans'
import { tellingWords } from '#app/prospector/reader/telling_words'
import { siteNames, type Structured } from '#app/prospector/reader/structured'

/** Addresses that lead to the start page of their site, as they are written. */
const HOME = /^(?:\.?\/?|#|(?:\.?\/)?(?:index|accueil|home)(?:\.\w{2,5})?|\/(?:fr|ar|en)\/?)$/i
/** More pictures of logos outside of the head of a page are those of partners. */
const MOST_LOGOS = 1

/** What a page may say that its business is called, and how much that counts; a start page says more. */
export function nameVotesOf(
  content: PageContent,
  own: Line[],
  businesses: Structured[],
  url: string
): NameVote[] {
  const vote = (weight: number) => (name: string) => ({ name, weight })
  const shown = (weight: number) => (name: string) => ({ name, weight, isShown: true })
  const sure = (weight: number) => (name: string) => parted({ name, weight, isSure: true })
  const isOfPage = linkedAs(content.links, url)
  const titles = titleParts(content.title)
  const copyright = own
    .map((line) => nameInCopyright(line.text))
    .filter((name) => name !== undefined)
  const sentences = own
    .map((line) => nameInSentence(line.text))
    .filter((name) => name !== undefined)
  const brands = content.lines.filter(({ isBrand: isLogo }) => isLogo).slice(0, 2)
  const logos = logosOf(content)
  const homes = nameOfHome(content.links, url).filter(
    (name) =>
      ![...logos, ...brands.map(({ text }) => text)].some(
        (other) => foldWords(other) === foldWords(name)
      )
  )
  return [
    ...businesses.flatMap(({ names, isPlace }) =>
      names.slice(0, 1).flatMap(sure(isPlace ? 10 : 8))
    ),
    ...siteNames(content.nodes).slice(0, 1).flatMap(sure(6)),
    ...['og:site_name', 'application-name', 'apple-mobile-web-app-title']
      .flatMap((key) => content.metas.get(key) ?? [])
      .filter((name, at, all) => all.indexOf(name) === at)
      .flatMap(sure(7)),
    ...logos.slice(0, 2).flatMap((name) => parted({ name, weight: 4 })),
    ...brands.flatMap((line) => parted(shown(5)(line.text))),
    ...homes.flatMap((name) => parted(shown(5)(name))),
    ...copyright.slice(0, 1).map(vote(4)),
    ...namesBeforeStreets(own).map(vote(2)),
    ...sentences.slice(0, 2).map(vote(2)),
    ...titles.slice(0, 4).map((name, at) => ({
      ...vote(titleWeight(at, titles.length))(name),
      isOfPage: isOfPage.has(foldWords(name)),
    })),
    ...titleParts(content.metas.get('og:title') ?? '')
      .slice(0, 2)
      .map((name) => ({ ...vote(2)(name), isOfPage: isOfPage.has(foldWords(name)) })),
    ...headingVotes(content, titles[0] ?? ''),
  ]
}

/** `Ets Hamrouni - Rue Sadok Ben Salem - Gabès`: whose address it is, is said before it. */
function namesBeforeStreets(own: Line[]): string[] {
  return own
    .filter(({ text }) => STREET.test(text))
    .map(({ text }) => titleParts(text.replaceAll('\t', ' | ')))
    .filter((parts) => parts.length > 1 && !STREET.test(parts[0]) && !/\d/.test(parts[0]))
    .map(([name]) => name)
    .filter((name) => tellingWords(name).length > 0)
    .slice(0, 2)
}

/** Headings, the first line and the first one of the footer: names on start pages alone. */
function headingVotes({ lines }: PageContent, title: string): NameVote[] {
  const heading = (weight: number) => (name: string) => ({
    name,
    weight,
    isShown: true,
    isHeading: true,
  })
  const [first] = lines
  return [
    ...lines
      .filter(({ level }) => level === 1)
      .slice(0, 1)
      .flatMap(({ text }) => parted(heading(isPartOf(text, title) ? 4 : 2.5)(text))),
    ...lines
      .filter(({ level }) => level === 2)
      .slice(0, 1)
      .map(({ text }) => heading(1.5)(text)),
    ...(first && first.level !== 1 && !STREET.test(first.text)
      ? [heading(1.5)(first.text.split('\t')[0])]
      : []),
    ...lines
      .filter(({ isFooter }) => isFooter)
      .slice(0, 1)
      .map(({ text }) => ({ ...heading(1.5)(titleParts(text)[0] ?? ''), isShown: false })),
  ]
}

/** Of `MedCar | Location de voitures` the first part is the name, more than the whole. */
function parted(vote: NameVote): NameVote[] {
  const parts = titleParts(vote.name)
  if (parts.length < 2) return [vote]
  return parts
    .slice(0, 3)
    .map((name, at) => ({ ...vote, name, weight: vote.weight * (at === 0 ? 0.9 : 0.5) }))
}

/** Logos of the head of a page, or the only one elsewhere. */
function logosOf({ logos }: PageContent): string[] {
  const isOwn = ({ isTop }: { isTop: boolean }) => isTop
  const others = logos.filter((logo) => !isOwn(logo))
  return [...logos.filter(isOwn), ...(others.length > MOST_LOGOS ? [] : others)]
    .map(({ alt }) => nameInAlt(alt))
    .filter((name) => !isBrand(name))
}

/** The name that leads to the start page: a logo written in plain text. */
function nameOfHome(links: Link[], url: string): string[] {
  const { origin } = URL.parse(url) ?? { origin: '' }
  const named = links
    .filter(({ href }, at) => (href === '#' ? at === 0 : isHomeLink(href, origin)))
    .flatMap(({ text, alts }) => [...text.split('\n'), ...alts.map(nameInAlt)])
    .map((name) => name.trim())
    .filter((name) => isName(bareName(name)) && !isBrand(name) && !isSlogan(name))
  return named.slice(0, 1)
}

const isHomeLink = (href: string, origin: string) =>
  HOME.test(href) ||
  href === origin ||
  HOME.test(href.startsWith(`${origin}/`) ? href.slice(origin.length) : 'x')

/** What links to this page call it. */
function linkedAs(links: Link[], url: string): Set<string> {
  const bare = (href: string) => URL.parse(href, url)?.href.replace(/#.*$/, '')
  const here = bare(url)
  return new Set(links.filter(({ href }) => bare(href) === here).map(({ text }) => foldWords(text)))
}

/** A heading that the title begins with is no slogan. */
const isPartOf = (heading: string, title: string) =>
  ` ${foldWords(title)} `.includes(` ${foldWords(heading)} `)

/** Names stand first or last in titles, if not alone. */
const titleWeight = (at: number, parts: number) =>
  parts === 1 ? 3.5 : at === 0 || at === parts - 1 ? 3 : 2.5

const OF_MANY =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|planet|topnet|gnet|hexabyte|tunet|laposte|orange|free|icloud|wanadoo|email|rns|voila|aol|protonmail|gmx|mail)$/i
/** Whose mail box it is: everybody has these. */
const OFFICES =
  /^(?:contact|info|infos|commercial|vente|ventes|sales|admin|direction|service|services|support|booking|resa|reservation|accueil|atelier|bonjour|hello|garage|location|auto)\d*$/i
const ACCOUNT =
  /^https?:\/\/(?:[\w-]+\.)?(?:facebook|instagram|fb)\.com\/(?!sharer|share|profile\.php|pages\b|groups\b|people\b|p\/|reel|tr\b|plugins|dialog|login|hashtag|photo)([\w.-]{4,50})\/?(?:[?#]|$)/i

/** What a business calls itself elsewhere: in its mail, on Facebook, as a domain that its page names. */
export function handleVotesOf({ metas, links }: PageContent, emails: string[]): NameVote[] {
  const handle = (weight: number) => (name: string) => ({ name, weight, isHandle: true })
  const mails = emails.map((email) => {
    const [box, domain = ''] = email.split('@')
    const label = domain.split('.')[0]
    return OF_MANY.test(label)
      ? { name: OFFICES.test(box) ? '' : box, weight: 0.6 }
      : { name: label, weight: 0.8 }
  })
  const accounts = links.flatMap(({ href }) => ACCOUNT.exec(href)?.[1] ?? [])
  const site = metas.get('og:site_name') ?? ''
  return [
    ...mails.filter(({ name }) => name !== '').map(({ name, weight }) => handle(weight)(name)),
    ...accounts.slice(0, 3).map(handle(0.8)),
    ...(isDomain(site) ? [handle(0.8)(site.replace(/^www\./i, '').split('.')[0])] : []),
  ]
}
