import { foldWords } from '#app/platform/text/fold_words'
import { bareName, isBrand, isDomain, isName, titleParts } from '#app/prospector/reader/bare_name'
import { hostLabel, likeness } from '#app/prospector/reader/host_likeness'
import { isSlogan } from '#app/prospector/reader/slogans'
import { opensWithTrade, tellingWords } from '#app/prospector/reader/telling_words'

/** A name that something on a page gives the business, and how much it is to be trusted. */
export interface NameVote {
  name: string
  weight: number
  /** As a logo or a heading shows it, whose words may be set apart by their colours alone. */
  isShown?: boolean
  /** Said in data, by whoever set the site up: no slogan. */
  isSure?: boolean
  /** A heading or a first line: names nobody on its own. */
  isHeading?: boolean
  /** What a link to the page calls it: on other pages than the first one no name. */
  isOfPage?: boolean
  /** A domain of mail or an account: agrees with names, and is none. */
  isHandle?: boolean
}

interface Candidate {
  name: string
  score: number
}

/** `Magasin de pièces auto` says what somebody does; some are called like that. */
const ALL_TRADE = 0.6
/** `Location Voiture Tunis`: searched for in these words, and said of nobody who is called otherwise. */
const SEARCHED = 0.35
/** `Auto-école à Sfax` tells what and where. */
const PLACED = / (?:à|in) \p{Lu}/u
const A_SLOGAN = 0.4
/** From here on a host is called like the name. */
const ALIKE = 3

/**
 * The name that most votes agree on. A vote for `Ulysse Rent a Car Djerba` supports `Ulysse Rent a Car`
 * as well, and the host, the mail domain and accounts elsewhere support what sounds like them.
 */
export function bestName(votes: NameVote[], host: string | null): string | null {
  const handles = votes.filter(({ isHandle }) => isHandle)
  const bare = votes
    .filter(({ isHandle }) => !isHandle)
    .map((vote) => ({ ...vote, name: bareName(vote.name) }))
    .filter(({ name }) => isName(name))
    .filter(({ name, isSure }) => !(isSure && isDomain(name)))
  const keys = new Map(bare.map(({ name }) => [together(name), foldWords(name)]))
  const scored = [...keys].map(([glued, key]): Candidate => {
    const own = bare.filter(({ name }) => together(name) === glued)
    const agreeing = bare.filter(({ name }) => {
      const other = foldWords(name)
      return (
        together(name) !== glued &&
        (` ${other} `.includes(` ${key} `) || ` ${key} `.includes(` ${other} `))
      )
    })
    const { name } = bestWritten(own)
    const alike = host ? likeness(name, hostLabel(host)) : 0
    const elsewhere = Math.max(0, ...handles.map((one) => one.weight * likeness(name, one.name)))
    const support = sum(own) + sumOfAgreeing(key, agreeing) + alike + elsewhere / 2
    const isAlike = Math.max(alike, elsewhere) >= ALIKE
    const trust = isAlike || own.some(({ isSure }) => isSure) ? sureLikelihood : likelihood
    return { name, score: support * trust(name, [...own, ...agreeing], isAlike) }
  })
  const [best] = scored
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
  return best?.name ?? null
}

function likelihood(name: string, votes: NameVote[], isAlike: boolean): number {
  if (votes.every(({ isHeading }) => isHeading) && !isFirm(name)) return 0
  if (isSlogan(name)) return votes.length < 2 ? 0 : A_SLOGAN
  return sureLikelihood(name, votes, isAlike)
}

function sureLikelihood(name: string, _votes: NameVote[], isAlike: boolean): number {
  if (isBrand(name) && !isAlike) return 0
  if (PLACED.test(name)) return ALL_TRADE
  if (tellingWords(name).length) return 1
  return opensWithTrade(name) ? SEARCHED : ALL_TRADE
}

/** `Garage Sami`: a trade, and whose it is. A heading that says so needs nobody to agree. */
const isFirm = (name: string) =>
  tellingWords(name).length > 0 &&
  (opensWithTrade(name) || foldWords(name) !== tellingWords(name).join(' '))

const together = (name: string) => foldWords(name).replaceAll(' ', '')

/** `AutoPro` and `Auto Pro` are one name: as most write it, where it is written in plain text. */
function bestWritten(votes: NameVote[]): NameVote {
  const total = ({ name }: NameVote) =>
    sum(votes.filter((vote) => !vote.isShown && foldWords(vote.name) === foldWords(name)))
  return votes.toSorted((one, other) => total(other) - total(one) || other.weight - one.weight)[0]
}

/** `Garage Nour à Gafsa`, `Garage Nour — Vidange` say more of Garage Nour than how it is called. */
const sumOfAgreeing = (key: string, votes: NameVote[]) =>
  votes.reduce((total, { name, weight }) => {
    const longer = foldWords(name)
    const isPlaced =
      longer.startsWith(`${key} `) && /^(?:a|in|en) /.test(longer.slice(key.length + 1))
    const isFirstPart = foldWords(titleParts(name)[0] ?? '') === key
    return total + weight * (isPlaced || isFirstPart ? 0.9 : 0.4)
  }, 0)

const sum = (votes: NameVote[]) => votes.reduce((total, { weight }) => total + weight, 0)
