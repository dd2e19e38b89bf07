import { Parser } from 'htmlparser2'

const LONGEST = 2_000

/** `Ben Salah &amp; Fils`: programs that write HTML write it into data, too, and encode it twice in pages. */
export function decoded(text: string): string {
  if (!/&#?\w{2,30};/.test(text)) return text
  let shown = ''
  const parser = new Parser({ ontext: (part) => (shown += part) }, { decodeEntities: true })
  parser.end(text.slice(0, LONGEST))
  return shown
}
