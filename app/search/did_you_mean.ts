import { foldWords } from '#app/platform/text/fold_words'
import type { Hit } from '#app/search/search_query'
import type { Understood } from '#app/search/understanding/understood'

const LOOKED_AT = 5

/**
 * The query as it was probably meant, when some of its words were typing errors: in the spelling of
 * the products that were found.
 */
export function didYouMean({ groups, corrected }: Understood, hits: Hit[]): string | null {
  const names = hits.slice(0, LOOKED_AT).flatMap(({ nameFr, nameAr }) => [nameFr, nameAr ?? ''])
  const spelled = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}.]+/u))
  // Words of a query are folded: «فرامل» is written «الفرامل», «demarreur» «démarreur».
  const asWritten = (word: string) => spelled.find((each) => foldWords(each) === word) ?? word
  let isMended = corrected !== undefined
  const words = groups.flatMap(({ words: asked, alternatives }) => {
    if (asked.length !== 1 || alternatives.length === 0) return asked.map(asWritten)
    const [{ term, boost }] = alternatives
    if (boost === 1) return asked.map(asWritten)
    const found = spelled.find((word) => foldWords(word).startsWith(term))
    if (!found || foldWords(found) === asked[0]) return asked.map(asWritten)
    isMended = true
    return [found]
  })
  return isMended && words.length > 0 ? words.join(' ') : null
}
