import { foldWords } from '#app/platform/text/fold_words'
import {
  nameInCopyright,
  nameInSentence,
  titleParts,
  type NameVote,
} from '#app/prospector/reader/name_of_site'
import type { Line, PageContent } from '#app/prospector/reader/page_content'
import { siteNames, type Structured } from '#app/prospector/reader/structured'

/** What a page may say that its business is called, and how much that counts; a start page says more. */
export function nameVotesOf(
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
