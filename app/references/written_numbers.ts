import { normaliseNumber } from '#app/references/normalise'

/** A number with whose it is, as written. */
export type WrittenNumber = { number: string; owner: string }

const SEPARATORS = /[\n\r;,|\t]+/
const LONGEST = 80

/**
 * The numbers of a pasted block, one per line or between commas; `Renault: 7701206379` names an owner,
 * all others are `owner`'s. What holds no letter or digit, or is longer than 80, is left out; twice is once.
 */
export function writtenNumbers(block: string, owner: string): WrittenNumber[] {
  const numbers = block
    .split(SEPARATORS)
    .map((piece) => pieceOf(piece.trim(), owner))
    .filter(({ number }) => normaliseNumber(number) !== '' && number.length <= LONGEST)
  const keyed = numbers.map(
    (entry) => [`${entry.owner}:${normaliseNumber(entry.number)}`, entry] as const
  )
  return [...new Map(keyed).values()]
}

function pieceOf(piece: string, owner: string): WrittenNumber {
  const colon = piece.indexOf(':')
  if (colon < 1) return { number: piece, owner }
  return {
    number: piece.slice(colon + 1).trim(),
    owner: piece.slice(0, colon).trim().slice(0, LONGEST),
  }
}
