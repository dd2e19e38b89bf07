import { foldWords } from '#app/platform/text/fold_words'

/** Words that people leave out, or add. */
const COMMON = new Set(['la', 'le', 'les', 'el', 'al', 'l', 'ville', 'medina'])

/** A name of a place as names are compared: `La Manouba`, `manouba` and `MANOUBA` are one. */
export function foldPlace(name: string): string {
  const words = foldWords(name).split(' ')
  const telling = words.filter((word) => !COMMON.has(word))
  return (telling.length > 0 ? telling : words).join('')
}
