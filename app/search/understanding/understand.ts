import type { Model } from '#app/fitment/vehicles/vehicle_catalogue'
import { isJoint } from '#app/search/index/index_term'
import {
  lexicon,
  type Lexicon,
  type Meaning,
  type PartMeaning,
} from '#app/search/understanding/lexicon'
import { isNumberLike } from '#app/search/understanding/number_like'
import { isSameAxis, positionOf } from '#app/search/understanding/places'
import {
  completeTerm,
  guessTerms,
  isInSomeProduct,
  type QueryWord,
} from '#app/search/understanding/query_words'
import { beforeTyped, spell } from '#app/search/understanding/spelling'
import type { Alternative, Understood, WordGroup } from '#app/search/understanding/understood'
import { narrow } from '#app/search/understanding/vehicle_meant'
import { wordsOf } from '#app/search/understanding/words'

/** A run of words of the query and what it was taken for. */
type Span = {
  start: number
  length: number
  meaning: Meaning
  /** It describes the part that is meant: «huile» of «filtre huile», or a further part. */
  isBeside: boolean
}

/** What a guess is worth beside a word that is known, by the number of typing errors. */
const GUESS_BOOST = [0.8, 0.7, 0.5]
/** Of the departments that a word leaves open, each counts so much of the one before. */
const NEXT_LIKELY = 0.75
/** The customer's own words count a little less than the part type they name. */
const BESIDE_MEANING = 0.6
const HEAD_ALONE = 0.5
/** Being of the brand counts less than speaking of it in name and description, too. */
const BRAND_BOOST = 0.7
const JOINED_BOOST = 0.5
/** So many parts are thought of when one is being typed. */
const MOST_BEGUN = 4

/**
 * Reads a query the way a counter clerk would: part, position, car, brand, and the words that remain.
 * @param typing the last word may be unfinished
 */
export async function understand(text: string, { typing = false } = {}): Promise<Understood> {
  const known = await lexicon()
  const given = wordsOf(text)
  const typed = typing ? given.pop() : undefined
  const spelled = await spell(given, known, { isWhole: !typing })
  const { words, found, isKnown, isCorrected } =
    typed === undefined ? spelled : beforeTyped(spelled, typed)
  const reading = new Reading(words, found, known)
  const isMissing = await reading.isMissing()
  const groups = isMissing ? [] : await Promise.all(reading.groups(typing))
  return {
    ...reading.understood,
    groups: groups.filter(
      ({ alternatives, vehicleTypeIds }) => alternatives.length + vehicleTypeIds.length > 0
    ),
    words,
    isKnown,
    ...(isCorrected && { corrected: words.join(' ') }),
  }
}

/** Words around the part, and «neuf», which every part is that does not say otherwise. */
const saysNothing = (meaning: Meaning) =>
  meaning.kind === 'filler' || (meaning.kind === 'quality' && meaning.code === 'new')

class Reading {
  readonly understood: Omit<Understood, 'groups' | 'words' | 'isKnown' | 'corrected'> = {}
  #spans: Span[] = []
  readonly #taken = new Set<number>()
  readonly #places: string[] = []
  #models: Model[] = []

  constructor(
    private words: string[],
    /** One per word, then one per pair of neighbours written as one. */
    private found: QueryWord[],
    private known: Lexicon
  ) {
    this.#findSpans()
    this.#findVehicle()
  }

  /** Whether the trade knows the part and the shop does not: a horn, where no shelf and no product says so. */
  async isMissing(): Promise<boolean> {
    const head = this.#spans.find(({ meaning, isBeside }) => meaning.kind === 'part' && !isBeside)
    if (head?.meaning.kind !== 'part' || !head.meaning.isUnshelved) return false
    return !(await isInSomeProduct(
      this.#meant(head.meaning).map(({ term, beside = [] }) => [term, ...beside])
    ))
  }

  /** What each span and each word that is left asks for. */
  groups(typing: boolean): Promise<WordGroup>[] {
    const spans = this.#spans.filter(
      (span) => !saysNothing(span.meaning) && this.#alongAxis(span)[0] === span
    )
    return [
      ...spans.map((span) => Promise.resolve(this.#spanGroup(span))),
      ...this.words.flatMap((word, place) => {
        if (this.#taken.has(place) || this.found[place].term === null) return []
        const isUnfinished = typing && place === this.words.length - 1
        // The first letter of a further word tells nothing yet.
        if (isUnfinished && place > 0 && /^\p{L}$/u.test(word)) return []
        return [this.#wordGroup(word, place, isUnfinished)]
      }),
    ]
  }

  #findSpans() {
    for (let start = 0; start < this.words.length;) {
      const phrase = isJoint(this.words[start]) ? undefined : this.known.find(this.words, start)
      const meaning =
        phrase?.meanings.find((each) => this.#isPlausible(each, start, phrase.length)) ??
        phrase?.meanings.find(({ kind }) => kind === 'part')
      if (phrase && meaning) {
        const isBeside = meaning.kind === 'modifier' || this.#isSecondPart(meaning)
        this.#spans.push({ start, length: phrase.length, meaning, isBeside })
        for (let place = start; place < start + phrase.length; place++) this.#taken.add(place)
        this.#note(meaning)
      }
      start += phrase && meaning ? phrase.length : 1
    }
  }

  #isSecondPart = (meaning: Meaning) =>
    meaning.kind === 'part' && this.understood.partType !== undefined

  /** A query names one part and one car: what comes second describes the first. */
  #isPlausible(meaning: Meaning, start: number, length: number): boolean {
    if (meaning.kind === 'part') return !this.#isSecondPart(meaning)
    if (meaning.kind === 'position') return length > 1 || this.#isPlace(start)
    if (meaning.kind === 'brand') return this.understood.brandId === undefined
    if (meaning.kind !== 'models') return true
    if (this.#models.length > 0) return false
    // «3» is a car only after «Mazda», «C3» by itself.
    const name = this.words.slice(start, start + length).join('')
    return name.length > 2 || /^[a-z]\d$/.test(name) || this.#modelsOf(meaning.ids).length > 0
  }

  /** «d» is right after a part or a place; in «1.9 d», and after a car that has such an engine, it is no place. */
  #isPlace(at: number): boolean {
    const letter = this.words[at]
    if (letter.length > 1) return true
    const before = this.#spans.find(({ start, length }) => start + length === at)?.meaning.kind
    if (before === 'part' || before === 'position') return true
    const { vehicles } = this.known
    const types = this.#models.flatMap((model) => vehicles.typesOf(model))
    return (
      !/^\d\.\d$/.test(this.words[at - 1] ?? '') &&
      !types.some(({ name }) => wordsOf(name).includes(letter))
    )
  }

  #note(meaning: Meaning) {
    const { understood } = this
    if (meaning.kind === 'part' && !understood.partType) {
      understood.partType = { code: meaning.code, categoryIds: meaning.categoryIds }
    }
    if (meaning.kind === 'position') {
      this.#places.push(meaning.code)
      understood.position = positionOf(this.#places)
    }
    if (meaning.kind === 'brand') understood.brandId = meaning.id
    if (meaning.kind === 'make') understood.makeId = meaning.id
    if (meaning.kind === 'models') {
      const ofMake = this.#modelsOf(meaning.ids)
      const { models } = this.known.vehicles
      this.#models = ofMake.length ? ofMake : meaning.ids.map((id) => models.get(id)!)
    }
  }

  /** Those of the models that the make which was named before has built. */
  #modelsOf(ids: number[]): Model[] {
    const { models } = this.known.vehicles
    return ids
      .map((id) => models.get(id)!)
      .filter(({ makeId }) => makeId === this.understood.makeId)
  }

  #findVehicle() {
    if (this.#models.length === 0) return
    const free = (place: number) => !this.#taken.has(place)
    const { vehicle, used } = narrow(this.#models, this.known.vehicles, this.words, free, (place) =>
      this.#fuelAt(place)
    )
    this.understood.vehicle = vehicle
    for (const place of used) this.#taken.add(place)
    this.#spans = this.#spans.filter(
      ({ start, meaning }) => meaning.kind !== 'fuel' || !used.has(start)
    )
  }

  #fuelAt(place: number): string | undefined {
    const span = this.#spans.find(({ start }) => start === place)
    return span?.meaning.kind === 'fuel' ? span.meaning.code : undefined
  }

  /** The spans that say where along the same axis: they are one wish, «avant et arrière» either. */
  #alongAxis(span: Span): Span[] {
    const { meaning } = span
    if (meaning.kind !== 'position') return [span]
    return this.#spans.filter(
      (other) => other.meaning.kind === 'position' && isSameAxis(meaning.code, other.meaning.code)
    )
  }

  #spanGroup(span: Span): WordGroup {
    const [group, ...others] = this.#alongAxis(span).map((each) => this.#groupOf(each))
    return {
      ...group,
      words: [group, ...others].flatMap(({ words }) => words),
      alternatives: unique([group, ...others].flatMap(({ alternatives }) => alternatives)),
    }
  }

  #groupOf({ start, length, meaning, isBeside }: Span): WordGroup {
    const words = this.words.slice(start, start + length)
    const terms = this.found.slice(start, start + length).flatMap(({ term }) => term ?? [])
    if (isBeside) return { words, alternatives: this.#spelled(terms), vehicleTypeIds: [] }
    const meant = this.#meant(meaning)
    const own = this.#own(meaning, terms, length, meant.length > 0)
    const vehicleTypeIds =
      meaning.kind === 'models' ? (this.understood.vehicle?.types.map(({ id }) => id) ?? []) : []
    const isHead = meaning.kind === 'part'
    return { words, alternatives: unique([...meant, ...own]), vehicleTypeIds, isHead }
  }

  /** Words in the spelling of the catalogue, and as they were written. */
  #spelled(terms: string[]): Alternative[] {
    const cover = 1 / terms.length
    return unique(
      [...terms.map((term) => this.known.spelling(term)), ...terms].map((term) => ({
        ...{ term, boost: 1, cover },
      }))
    )
  }

  #own(meaning: Meaning, terms: string[], length: number, isMeant: boolean): Alternative[] {
    if (meaning.kind === 'models') return modelAlternatives(terms, length)
    if (meaning.kind !== 'part') return this.#ownWords(terms, length, false)
    return meaning.isUnshelved ? [] : this.#ownWords(terms, length, isMeant)
  }

  /** The head of a part tells it: «plaquettes» of «plaquettes de frein». */
  #ownWords(terms: string[], length: number, isPart: boolean): Alternative[] {
    const boost = isPart ? BESIDE_MEANING : 1
    // A «filtre» is hardly a «filtre à huile».
    const cover = isPart && length > 1 ? HEAD_ALONE / length : 1 / length
    return terms.slice(0, isPart ? 1 : undefined).map((term) => ({ term, boost, cover }))
  }

  #meant(meaning: Meaning): Alternative[] {
    const sure = (term: string): Alternative => ({ term, boost: 1, cover: 1 })
    switch (meaning.kind) {
      case 'brand':
        return [{ ...sure(`brand:${meaning.id}`), boost: BRAND_BOOST }]
      case 'quality':
        return [sure(`quality:${meaning.code}`)]
      case 'position':
        return meaning.terms.map(sure)
      case 'part':
        return [
          ...meaning.categoryIds.map((id, place) => ({
            ...sure(`category:${id}`),
            boost: NEXT_LIKELY ** place,
          })),
          ...this.#named(meaning),
        ]
      default:
        return []
    }
  }

  /** For products that are in no category: «plaquette» tells «plaquette de frein», «filtre» needs its «huile». */
  #named({ terms: [head, ...others], isUnshelved }: PartMeaning): Alternative[] {
    if (!head) return []
    const alternative = { term: head, boost: BESIDE_MEANING, cover: 1 }
    const isEnough = others.length === 0 || (this.known.tellsPart(head) && !isUnshelved)
    return [isEnough ? alternative : { ...alternative, beside: others }]
  }

  async #wordGroup(word: string, place: number, isUnfinished: boolean): Promise<WordGroup> {
    const { term, known } = this.found[place]
    const alternatives: Alternative[] = []
    if (known) alternatives.push({ term: term!, boost: 1, cover: 1 })
    for (const pair of [place - 1, place]) {
      const joint = this.found[this.words.length + pair]
      if (pair >= 0 && pair < this.words.length - 1 && joint?.known && joint.term) {
        alternatives.push({ term: joint.term, boost: JOINED_BOOST, cover: 1 })
      }
    }
    if (isUnfinished && word.length > 1) alternatives.push(...this.#beginningSo(word))
    const guesses = isUnfinished ? await completeTerm(word) : []
    if (alternatives.length + guesses.length === 0 && !isNumberLike(word)) {
      guesses.push(...(await guessTerms(word)))
    }
    for (const guess of guesses) {
      const boost = guess.term === term ? 1 : GUESS_BOOST[guess.errors]
      alternatives.push({ term: guess.term, boost, cover: 1 })
    }
    return { words: [word], alternatives: unique(alternatives), vehicleTypeIds: [], isUnfinished }
  }

  /** Parts and places whose names begin so, in any spelling: `9od`, `plake`. */
  #beginningSo(word: string): Alternative[] {
    return this.known
      .findBeginning([word])
      .slice(0, MOST_BEGUN)
      .flatMap((meaning) => this.#meant(meaning))
      .map((alternative) => ({ ...alternative, boost: alternative.boost * GUESS_BOOST[0] }))
  }
}

/**
 * What tells a model: all of its name, and a part of it that is no number of a generation, which is in too many
 * names: «clio» of «Clio 4».
 * @param length how many words the model was named with
 */
function modelAlternatives(terms: string[], length: number): Alternative[] {
  if (length === 1) {
    return terms.filter((term) => term.length > 1).map((term) => ({ term, boost: 1, cover: 1 }))
  }
  const telling = terms.filter((term) => /\D{2}/.test(term))
  const [first] = telling
  const beside = terms.filter((term) => term !== first)
  return [
    ...(first && beside.length > 0 ? [{ term: first, boost: 1, cover: 1, beside }] : []),
    ...telling.map((term) => ({ term, boost: 1, cover: 1 / length })),
  ]
}

/** Each term once, as it was given first; by itself it is another one than beside others. */
const unique = (alternatives: Alternative[]) =>
  alternatives.filter(
    ({ term, beside }, place) =>
      place === alternatives.findIndex((other) => other.term === term && !other.beside === !beside)
  )
