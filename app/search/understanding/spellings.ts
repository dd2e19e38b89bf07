import { termsOf, wordsOf } from '#app/search/understanding/words'

type Spelled = { kind: string; synonyms: { term: string; language: string }[] }

/** Kinds whose French words are all the same to a part: «gazole» and «diesel», «ar» and «arrière». */
const ALIKE = ['modifier', 'position', 'fuel']

/**
 * How single words of customers are spelled in the catalogue: `zit` and `زيت` are `huile`. French words for parts
 * stay as they are: «garniture arrière» is no «plaquette arrière».
 */
export class Spellings {
  readonly #spellings = new Map<string, string>()

  constructor(concepts: Spelled[]) {
    for (const { kind, synonyms } of concepts) {
      if (kind !== 'part' && !ALIKE.includes(kind)) continue
      const singles = synonyms.flatMap(({ term, language }) => single(term, language))
      const first = singles.find(({ isFrench }) => isFrench)
      if (!first) continue
      for (const { term, isFrench } of singles) {
        const isSpelling = !isFrench || ALIKE.includes(kind)
        if (isSpelling && !this.#spellings.has(term)) this.#spellings.set(term, first.term)
      }
    }
  }

  /** A phrase in the spelling of the catalogue. */
  key(terms: string[]): string {
    return terms.map((term) => this.#spellings.get(term) ?? term).join(' ')
  }
}

function single(written: string, language: string) {
  const terms = termsOf(wordsOf(written))
  return terms.length === 1 ? [{ term: terms[0], isFrench: language === 'fr' }] : []
}
