import {
  findReferences,
  findSimilar,
  type FoundReference,
  withoutSpans,
} from '#app/search/references/find_references'
import type { NumberSpan } from '#app/references/number_spans'
import { lexicon } from '#app/search/understanding/current_lexicon'
import { spokenNumbers, strangeNumbers } from '#app/search/understanding/spoken_numbers'
import { understand } from '#app/search/understanding/understand'
import type { Understood } from '#app/search/understanding/understood'

type ReadQuery = {
  /** The numbers in it that the catalogue carries, or that begin one which it carries. */
  found: FoundReference[]
  /** Numbers one typing error away from those of the query: to be offered, never chosen. */
  near: FoundReference[]
  /** What its other words mean. */
  understood: Understood
}

/**
 * The numbers of a query, and what the rest of it means. A number without digits is only one when its
 * words are no words: «Keyboard» is a part number too.
 */
export async function readQuery(q: string): Promise<ReadQuery> {
  if (/\p{Nd}/u.test(q)) return readNumbers(q)
  const spoken = await understand(q)
  // Most queries are words that products know: then nobody asks for numbers.
  if (spoken.isKnown) return { found: [], near: [], understood: spoken }
  const { found, rest } = await findReferences(q)
  return { found, near: [], understood: found.length === 0 ? spoken : await understand(rest) }
}

async function readNumbers(q: string): Promise<ReadQuery> {
  const known = await lexicon()
  const { found, rest } = await exactNumbers(q, spokenNumbers(q, known))
  const { begun, near } = await findSimilar(await strangeNumbers(rest, known))
  const understood = await understand(withoutSpans(rest, [...begun, ...near]))
  return { found: [...found, ...begun], near, understood }
}

/** Those without digits only count beside one with digits, or where the words say nothing else. */
async function exactNumbers(q: string, spans: NumberSpan[]) {
  const { found, rest } = await findReferences(q, spans)
  const isSure = found.some(({ span }) => /\d/.test(span.norm))
  if (isSure || found.length === 0) return { found, rest }
  const { isKnown } = await understand(q)
  return isKnown ? { found: [], rest: q } : { found, rest }
}
