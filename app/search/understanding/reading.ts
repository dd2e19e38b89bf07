import type { Model } from '#app/fitment/vehicles/vehicle_catalogue'
import { isJoint } from '#app/search/index/index_term'
import { meantBy, ownWords, spelledWords, unique } from '#app/search/understanding/alternatives'
import type { Lexicon, Meaning } from '#app/search/understanding/lexicon'
import { isSameAxis, positionOf } from '#app/search/understanding/places'
import { isInSomeProduct, type QueryWord } from '#app/search/understanding/query_words'
import type { Understood, WordGroup } from '#app/search/understanding/understood'
import { narrow } from '#app/search/understanding/vehicle_meant'
import { wordGroups } from '#app/search/understanding/word_group'
import { wordsOf } from '#app/search/understanding/words'

/** A run of words of the query and what it was taken for. */
type Span = {
  start: number
  length: number
  meaning: Meaning
  /** It describes the part that is meant: «huile» of «filtre huile», or a further part. */
  isBeside: boolean
}

/** Words around the part, and «neuf», which every part is that does not say otherwise. */
const saysNothing = (meaning: Meaning) =>
  meaning.kind === 'filler' || (meaning.kind === 'quality' && meaning.code === 'new')

/** The words of a query as one part, one car, a brand, places, and words besides. */
export class Reading {
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
    if (!this.understood.partType) this.#findPartByFirstWord()
    this.#findVehicle()
  }

  /** Whether the trade knows the part and the shop does not: a horn, where no shelf and no product says so. */
  async isMissing(): Promise<boolean> {
    const head = this.#spans.find(({ meaning, isBeside }) => meaning.kind === 'part' && !isBeside)
    if (head?.meaning.kind !== 'part' || !head.meaning.isUnshelved) return false
    return !(await isInSomeProduct(
      meantBy(head.meaning, this.known).map(({ term, beside = [] }) => [term, ...beside])
    ))
  }

  /** What each span and each word that is left asks for. */
  async groups(typing: boolean): Promise<WordGroup[]> {
    const spans = this.#spans.filter(
      (span) => !saysNothing(span.meaning) && this.#alongAxis(span)[0] === span
    )
    const others = this.words.flatMap((word, place) => {
      if (this.#taken.has(place) || this.found[place].term === null) return []
      const isUnfinished = typing && place === this.words.length - 1
      // The first letter of a further word tells nothing yet.
      if (isUnfinished && place > 0 && /^\p{L}$/u.test(word)) return []
      return [{ own: this.found[place], joined: this.#joined(place), isUnfinished }]
    })
    return [
      ...spans.map((span) => this.#spanGroup(span)),
      ...(await wordGroups(others, this.known)),
    ]
  }

  #joined(place: number): QueryWord[] {
    const pairs = [place - 1, place].filter((pair) => pair >= 0 && pair < this.words.length - 1)
    return pairs.flatMap((pair) => this.found[this.words.length + pair] ?? [])
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

  /** Where no part is named as a whole: «tulipe» is a «tulipe de cardan». */
  #findPartByFirstWord() {
    for (const [start, word] of this.words.entries()) {
      const meaning = this.#taken.has(start) ? undefined : this.known.firstWordOf(word)
      if (!meaning) continue
      this.#spans.push({ start, length: 1, meaning, isBeside: false })
      this.#taken.add(start)
      this.#note(meaning)
      return
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
    if (isBeside)
      return { words, alternatives: spelledWords(terms, this.known), vehicleTypeIds: [] }
    const meant = meantBy(meaning, this.known)
    const own = ownWords(meaning, terms, length, this.known)
    const vehicleTypeIds =
      meaning.kind === 'models' ? (this.understood.vehicle?.types.map(({ id }) => id) ?? []) : []
    const isHead = meaning.kind === 'part'
    return { words, alternatives: unique([...meant, ...own]), vehicleTypeIds, isHead }
  }
}
