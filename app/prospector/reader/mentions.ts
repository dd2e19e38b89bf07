import { foldWords } from '#app/platform/text/fold_words'

/** A make or a brand that pages may mention. */
export interface Named {
  slug: string
  name: string
}

/** The makes of cars and the brands of parts that the shop knows. */
export interface Vocabulary {
  makes: Named[]
  brands: Named[]
}

const LONGEST = 100_000
/** Shorter names, and those that are words as well, must be written as names are. */
const SHORT = 3
const WORDS_TOO = new Set(
  'total elf shell smart mini seat dodge ram fiat lada rover ford pilot graf mobil champion exide metal national magic eco star delta alpha omega optimal first line stark topran'
    .split(' ')
    .map(foldWords)
)

/** Slugs of the names that a text mentions, each once, in the order of the vocabulary. */
export function mentioned(text: string, names: Named[]): string[] {
  const shown = text.slice(0, LONGEST)
  const folded = ` ${foldWords(shown.replace(/['’/-]/g, ' '))} `
  return names
    .filter(({ name }) => {
      const key = foldWords(name.replace(/['’/-]/g, ' '))
      if (key === '' || !folded.includes(` ${key} `)) return false
      return key.length > SHORT && !WORDS_TOO.has(key) ? true : isWrittenAsName(shown, name)
    })
    .map(({ slug }) => slug)
}

function isWrittenAsName(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const upper = escaped.toUpperCase()
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped}|${upper})(?![\\p{L}\\p{N}])`, 'u').test(text)
}
