import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { KnownWords } from '#app/search/understanding/known_words'
import { namesOfModels } from '#app/search/understanding/model_names'
import { Spellings } from '#app/search/understanding/spellings'
import { termsOf, wordsOf } from '#app/search/understanding/words'

export type PartMeaning = {
  kind: 'part'
  code: string
  categoryIds: number[]
  /** The words of the catalogue for it. */
  terms: string[]
  /** The trade knows it, and no category is for it. */
  isUnshelved?: boolean
}

/** What a phrase of a query may stand for. */
export type Meaning =
  | { kind: 'brand'; id: number }
  | PartMeaning
  | { kind: 'modifier' }
  | { kind: 'position'; code: string; terms: string[] }
  | { kind: 'quality'; code: string }
  | { kind: 'fuel'; code: string }
  | { kind: 'filler' }
  | { kind: 'make'; id: number }
  | { kind: 'models'; ids: number[] }

/** As the database keeps it, each synonym with its terms of the index. */
export type Concept = {
  code: string
  kind: 'part' | 'modifier' | 'position' | 'quality' | 'fuel' | 'filler'
  categorySlugs: string[]
  synonyms: { term: string; language: string; terms: string[] }[]
}

const MOST_PHRASE_WORDS = 6
const LINKS = new Set(['l', 'ل'])

/** Which meaning a phrase has when it could have several: the first of these. */
const PRECEDENCE: Meaning['kind'][] = [
  ...(['part', 'position', 'models', 'make', 'brand'] as const),
  ...(['quality', 'fuel', 'modifier', 'filler'] as const),
]

/** What is said of a part besides, and names none. */
const SAYS_LIKENESS: Meaning['kind'][] = ['quality', 'fuel', 'filler']

/** Every phrase the shop knows: parts, positions, brands and vehicles, in the words of customers. */
export class Lexicon {
  readonly #meanings = new Map<string, Meaning[]>()
  readonly #spellings: Spellings
  readonly #words = new KnownWords()
  /** Words of the names and codes of engines. */
  readonly #engines = new Set<string>()
  /** How many kinds of parts are named with this word first. */
  readonly #heads = new Map<string, number>()
  /** What parts have names of several words that begin with this one: `tulipe` of «tulipe de cardan». */
  readonly #firstWords = new Map<string, Set<PartMeaning>>()

  constructor(
    readonly known: Taxonomy,
    readonly vehicles: VehicleCatalogue,
    concepts: Concept[]
  ) {
    this.#spellings = new Spellings(concepts)
    for (const concept of concepts) this.#addConcept(concept)
    for (const category of known.categories.values()) {
      const part = { code: category.slug, categoryIds: [category.id], terms: [] }
      this.#add(category.nameFr, { kind: 'part', ...part })
      if (category.nameAr) this.#add(category.nameAr, { kind: 'part', ...part })
    }
    for (const brand of known.brands.values()) {
      this.#add(brand.name, { kind: 'brand', id: brand.id })
    }
    this.#addVehicles()
  }

  /**
   * What the longest phrase that begins at `start` may mean, likeliest first; undefined when none is known. As it
   * stands, else word by word in the spelling of the catalogue: «filtre mta3 zit» is «filtre huile».
   */
  find(words: string[], start: number): { meanings: Meaning[]; length: number } | undefined {
    for (let length = Math.min(MOST_PHRASE_WORDS, words.length - start); length > 0; length--) {
      const terms = termsOf(unlinked(words.slice(start, start + length)))
      const meanings =
        this.#meanings.get(terms.join(' ')) ?? this.#meanings.get(this.#spellings.key(terms))
      if (meanings) return { meanings, length }
    }
    return undefined
  }

  /** What a phrase may mean whose last word is still being typed, likeliest first. */
  findBeginning(words: string[]): Meaning[] {
    const [last] = words.slice(-1)
    const found = [last, ...this.complete(last)].flatMap((end) => {
      const phrase = this.find([...words.slice(0, -1), end], 0)
      return phrase?.length === words.length ? phrase.meanings.slice(0, 1) : []
    })
    return [...new Set(found)]
  }

  /** A word of the index in the spelling of the catalogue. */
  spelling(term: string): string {
    return this.#spellings.key([term])
  }

  knows(word: string): boolean {
    return this.#words.has(word)
  }

  /** Whether a word of letters is listed: what stands before a figure in `golf7`, and not in `gdb1331`. */
  names(word: string): boolean {
    return /^\p{L}{2,}$/u.test(word) && this.knows(word)
  }

  /** Whether an engine is called so: `tdi`, `d` of `1.9 D`, `k9k`. */
  isEngine(word: string): boolean {
    return this.#engines.has(word)
  }

  /** Words that the beginning of one may become, the shortest first. */
  complete(beginning: string): string[] {
    return this.#words.complete(beginning)
  }

  /** Whether a term that heads the name of a part tells which: «plaquette» does, «filtre» and «kit» do not. */
  tellsPart(head: string): boolean {
    return (this.#heads.get(head) ?? 0) <= 1
  }

  /** The part whose names alone begin with this word, which says nothing by itself. */
  firstWordOf(word: string): PartMeaning | undefined {
    const [term = ''] = termsOf([word])
    const [part, ...others] = this.#firstWords.get(term) ?? []
    return others.length === 0 ? part : undefined
  }

  /** The known word that this one is most likely another spelling or a typing error of. */
  correct(word: string): string | undefined {
    return this.#words.correct(word)
  }

  #addConcept({ code, kind, categorySlugs, synonyms }: Concept) {
    const categories = categorySlugs.flatMap((slug) => this.known.categoryBySlug.get(slug) ?? [])
    const meaning = meaningOf(
      kind,
      code,
      categories.map(({ id }) => id),
      synonyms
    )
    if (meaning.kind === 'part') meaning.isUnshelved = categorySlugs.length === 0
    if (meaning.kind === 'part' && meaning.terms.length > 0) {
      this.#heads.set(meaning.terms[0], (this.#heads.get(meaning.terms[0]) ?? 0) + 1)
    }
    for (const { term, terms } of synonyms) {
      this.#add(term, meaning)
      if (meaning.kind !== 'part' || terms.length < 2) continue
      this.#firstWords.set(terms[0], (this.#firstWords.get(terms[0]) ?? new Set()).add(meaning))
    }
  }

  #addVehicles() {
    const { makes, models, types } = this.vehicles
    for (const { name, engineCode } of types.values()) {
      for (const word of wordsOf(`${name} ${engineCode}`)) this.#engines.add(word)
      // «HDi» is no part type and no typing error.
      for (const word of wordsOf(name))
        if (/^[a-z]{2,}$/.test(word)) this.#words.add(word, 'likeness')
    }
    for (const make of makes.values()) {
      for (const name of [make.name, make.nameAr, ...make.aliases]) {
        if (name) this.#add(name, { kind: 'make', id: make.id })
      }
    }
    const idsByName = new Map<string, Set<number>>()
    for (const [model, names] of namesOfModels(models.values())) {
      for (const name of names) {
        const key = termsOf(wordsOf(name)).join(' ')
        idsByName.set(key, (idsByName.get(key) ?? new Set()).add(model.id))
      }
    }
    for (const [name, ids] of idsByName) this.#add(name, { kind: 'models', ids: [...ids] })
  }

  #add(phrase: string, meaning: Meaning) {
    const words = wordsOf(phrase)
    const terms = termsOf(words)
    if (terms.length === 0) return
    for (const key of new Set([terms.join(' '), this.#spellings.key(terms)])) {
      this.#addMeaning(key, meaning)
    }
    const weight = words.length === 1 ? 'name' : 'word'
    for (const word of words) {
      this.#words.add(word, SAYS_LIKENESS.includes(meaning.kind) ? 'likeness' : weight)
    }
  }

  #addMeaning(key: string, meaning: Meaning) {
    const meanings = this.#meanings.get(key) ?? []
    const same = meanings.find(({ kind }) => kind === meaning.kind)
    if (same?.kind === 'part' && meaning.kind === 'part') {
      same.categoryIds = [...new Set([...same.categoryIds, ...meaning.categoryIds])]
    } else {
      meanings.push(meaning.kind === 'part' ? { ...meaning } : meaning)
      meanings.sort((a, b) => PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind))
    }
    this.#meanings.set(key, meanings)
  }
}

/** Without what links words of one phrase, and is a litre elsewhere: «filtre l hwa». */
const unlinked = (words: string[]) =>
  words.filter((word, place) => !LINKS.has(word) || place === 0 || place === words.length - 1)

function meaningOf(
  kind: Concept['kind'],
  code: string,
  categoryIds: number[],
  synonyms: Concept['synonyms']
): Meaning {
  if (kind === 'filler' || kind === 'modifier') return { kind }
  if (kind === 'quality' || kind === 'fuel') return { kind, code }
  const french = synonyms.filter(({ language }) => language === 'fr')
  // Every product has a French name: words of other languages would find the same ones again.
  if (kind === 'position') {
    return { kind, code, terms: [...new Set(french.flatMap(({ terms }) => terms))] }
  }
  const [first] = french
  return { kind: 'part', code, categoryIds, terms: first?.terms ?? [] }
}
