import { findReferences, type FoundReference } from '#app/search/references/find_references'
import { understand } from '#app/search/understanding/understand'
import type { Understood } from '#app/search/understanding/understood'

export type ReadQuery = {
  /** The numbers in it that the catalogue carries. */
  found: FoundReference[]
  /** What its other words mean. */
  understood: Understood
}

/**
 * The numbers of a query, and what the rest of it means. A number without digits is only one when its
 * words are no words: «Keyboard» is a part number too.
 */
export async function readQuery(q: string): Promise<ReadQuery> {
  const spoken = /\p{Nd}/u.test(q) ? undefined : await understand(q)
  // Most queries are words that products know: then nobody asks for numbers.
  if (spoken?.isKnown) return { found: [], understood: spoken }
  const { found, rest } = await findReferences(q)
  const isSure = found.some(({ span }) => /\d/.test(span.norm))
  if (isSure) return { found, understood: await understand(rest) }
  const full = spoken ?? (await understand(q))
  if (found.length === 0 || full.isKnown) return { found: [], understood: full }
  return { found, understood: await understand(rest) }
}
