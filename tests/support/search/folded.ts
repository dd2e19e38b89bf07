/**
 * A text as a patient reader compares it: case, accents, marks, hamza and punctuation do not count, one space
 * between words.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
