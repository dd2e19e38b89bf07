import { foldWords } from '#app/platform/text/fold_words'
import { tellingName } from '#app/prospector/duplicates/telling_name'
import { tradeOf } from '#app/prospector/duplicates/trade_words'
import { EMPTY_WORDS } from '#app/prospector/reader/name_words'
import { withoutPlaces } from '#app/prospector/reader/place_in_text'

const SMALL_WORDS = new Set(
  'de du des d la le les l et à au aux en par pour sur un une the of and in'.split(' ')
)

/** The words of a name that tell who it is, and not what he does or where: `Pièces Auto Jlassi Tunis` is `jlassi`. */
export const tellingWords = (name: string): string[] =>
  tellingName(withoutPlaces(name)).words.filter(
    (word) => !EMPTY_WORDS.has(word) && /\p{L}/u.test(word)
  )

/** Whether a name opens with what somebody does: `Pièces Auto Jlassi`. */
export function opensWithTrade(name: string): boolean {
  const [first] = foldWords(name.replace(/auto[\s-]?école/gi, 'autoecole')).split(' ')
  const trade = tradeOf(first ?? '')
  return (trade !== undefined && trade !== 'none') || EMPTY_WORDS.has(first)
}

/**
 * Words in lower case that are neither small nor those of trades or places: names have next to none of
 * them. Who writes all in lower case tells nothing by it.
 */
export function commonWords(name: string): string[] {
  if (/^\p{Ll}/u.test(name)) return []
  return name
    .split(/[\s'’/-]+/)
    .filter((word) => /^\p{Ll}{3,}/u.test(word) && !SMALL_WORDS.has(word))
    .filter((word) => tradeOf(foldWords(word)) === undefined && withoutPlaces(word) !== '')
}
