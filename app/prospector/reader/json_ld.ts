import type { Node } from '#app/prospector/reader/microdata'

const MOST_NODES = 500
const DEEPEST = 12
/** Where things tell of the business that they are of. */
const INSIDE = [
  ...['@graph', 'mainEntity', 'publisher', 'itemListElement', 'item', 'about', 'isPartOf'],
  ...['provider', 'seller', 'offeredBy', 'creator', 'offers'],
]

/** The things a script of JSON-LD tells of, those in graphs and lists included. Broken ones tell nothing. */
export function parseJsonLd(text: string): Node[] {
  const found: Node[] = []
  collect(parse(text), 0, found)
  return found
}

/** Comments around it, and commas before a closing bracket, are what people leave there. */
function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [bare, bare.replace(/,(\s*[\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return undefined
}

function collect(value: unknown, depth: number, found: Node[]): void {
  if (depth > DEEPEST || found.length >= MOST_NODES) return
  if (Array.isArray(value)) for (const each of value) collect(each, depth + 1, found)
  if (!isNode(value)) return
  if (value['@type'] !== undefined) found.push(value)
  for (const inside of INSIDE) collect(value[inside], depth + 1, found)
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
