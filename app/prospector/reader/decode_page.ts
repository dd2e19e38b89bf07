import iconv from 'iconv-lite'
import { detectEncoding } from '#app/platform/tabular/encoding'

const HEAD_BYTES = 4096
const NONE = Buffer.alloc(0)
const DECLARED = /charset\s*=\s*["']?\s*([\w-]+)/i

/**
 * The text of a page. Bytes that are UTF-8 are UTF-8 whatever the page says; otherwise what the page
 * or its answer declares holds, unless it is UTF-8, which it cannot be. Then the letters decide
 * between Arabic and French.
 * @param contentType the header of the answer, when there was one
 */
export function decodePage(bytes: Buffer, contentType?: string): string {
  const head = bytes.subarray(0, HEAD_BYTES)
  const isUtf8 = isValidUtf8(bytes)
  const detected = detectEncoding(head, isUtf8 ? NONE : highStretches(bytes), isUtf8)
  if (isUtf8 || detected.startsWith('utf-16')) return iconv.decode(bytes, detected)
  const declared = [contentType ?? '', head.toString('latin1')]
    .map((text) => DECLARED.exec(text)?.[1].toLowerCase())
    .find((name) => name && iconv.encodingExists(name))
  const lies = !declared || declared.startsWith('utf') || isLatin(declared)
  return iconv.decode(bytes, lies ? detected : declared)
}

/** Old pages in Arabic were often declared as the editor's Latin default. */
const isLatin = (name: string) => /^(?:iso-?8859-1|latin1|windows-1252|cp1252)$/.test(name)

/** A last sequence may be cut off, where the page was. */
function isValidUtf8(bytes: Buffer): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const SAMPLE_BYTES = 16_384

/** Words around bytes over 0x7f: what tells Arabic from French. */
function highStretches(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/<[^<>]{0,500}>/g, ' ')
  // Bounded on both sides: pages without a space are no reason to look for long.
  const stretches = [...text.matchAll(/[\x80-\xff]\S{0,60}/g)].map(({ index, 0: found }) => {
    const before = text.slice(Math.max(0, index - 20), index)
    return before.split(/\s/).at(-1)! + found
  })
  return Buffer.from(stretches.join(' ').slice(0, SAMPLE_BYTES), 'latin1')
}
