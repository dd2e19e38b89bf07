import { lexicon } from '#app/search/understanding/current_lexicon'
import { Reading } from '#app/search/understanding/reading'
import { beforeTyped, spell } from '#app/search/understanding/spelling'
import type { Understood } from '#app/search/understanding/understood'
import { wordsOf } from '#app/search/understanding/words'

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
  const groups = isMissing ? [] : await reading.groups(typing)
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
