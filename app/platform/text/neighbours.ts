const LATIN = [...'abcdefghijklmnopqrstuvwxyz0123456789']
const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويء']

/** Every spelling that is one typing error away: a letter left out, swapped, replaced or added. */
export function neighbours(word: string): string[] {
  const letters = [...word]
  const alphabet = /[ء-ي]/.test(word) ? ARABIC : LATIN
  const spellings = new Set<string>()
  const add = (...pieces: string[][]) => spellings.add(pieces.flat().join(''))
  for (let at = 0; at <= letters.length; at++) {
    const [head, tail] = [letters.slice(0, at), letters.slice(at)]
    const [first, second, ...rest] = tail
    if (first !== undefined) add(head, tail.slice(1))
    if (second !== undefined) add(head, [second, first], rest)
    for (const letter of alphabet) {
      add(head, [letter], tail)
      if (first !== undefined) add(head, [letter], tail.slice(1))
    }
  }
  spellings.delete(word)
  return [...spellings]
}
