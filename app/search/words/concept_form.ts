import type { Infer } from '@vinejs/vine/types'
import type { conceptFormValidator } from '#app/search/search_validators'
import { type Concept, LANGUAGES } from '#app/search/words/synonyms'

type Form = Omit<Infer<typeof conceptFormValidator>, 'code'>

/** Words are typed one per line, for each language by itself; categories one per line too. */
export function conceptInput({ kind, categories, ...words }: Form): Omit<Concept, 'id' | 'code'> {
  return {
    kind,
    categories: lines(categories),
    synonyms: LANGUAGES.flatMap((language) =>
      lines(words[language]).map((term) => ({ term, language }))
    ),
  }
}

const lines = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
