/** What a document consists of, in its order. Names come without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: (name: string) => string | undefined): void
  /** May be called several times for one stretch of text. */
  text(text: string): void
  close(name: string): void
}

const MAX_TAG = 100_000
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads XML as a stream of tags and texts with flat memory. Enough for the
 * parts of a workbook: no DTD, so no entities of a document's own.
 * Throws `SyntaxError` on what is not XML.
 */
export class XmlTokens {
  #rest = ''

  constructor(private handlers: XmlHandlers) {}

  push(chunk: string) {
    const xml = this.#rest + chunk
    let at = 0
    while (at < xml.length) {
      const tag = xml.indexOf('<', at)
      const textEnd = tag < 0 ? endOfWholeText(xml, at) : tag
      if (textEnd > at) this.handlers.text(decodeEntities(xml.slice(at, textEnd)))
      at = textEnd
      if (tag < 0) break
      const end = this.#readTag(xml, tag)
      if (end < 0) break
      at = end
    }
    this.#rest = xml.slice(at)
    if (this.#rest.length > MAX_TAG) throw new SyntaxError('a tag does not end')
  }

  /** Handles the tag at `at` and returns where it ends, or -1 when it is not all there yet. */
  #readTag(xml: string, at: number): number {
    if (xml.startsWith('<!--', at)) return after(xml, '-->', at)
    if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at)
      if (end > 0) this.handlers.text(xml.slice(at + 9, end - 3))
      return end
    }
    const end = endOfTag(xml, at)
    if (end < 0 || xml[at + 1] === '?' || xml[at + 1] === '!') return end
    this.#tell(xml.slice(at + 1, end - 1))
    return end
  }

  #tell(tag: string) {
    if (tag[0] === '/') return this.handlers.close(localName(tag.slice(1).trimEnd()))
    const selfClosing = tag.endsWith('/')
    const space = tag.search(/[\s/]/)
    const name = localName(space < 0 ? tag : tag.slice(0, space))
    this.handlers.open(name, (attribute) => readAttribute(tag, attribute))
    if (selfClosing) this.handlers.close(name)
  }
}

/** `&amp;`, `&#233;` and `&#xE9;` as characters; what is no entity stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (entity, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? entity
    const code =
      name[1].toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Text may end in the middle of an entity: the part after the last `&` waits for the next chunk. */
function endOfWholeText(xml: string, from: number): number {
  const entity = xml.lastIndexOf('&')
  return entity >= from && xml.length - entity < 12 && !xml.includes(';', entity)
    ? entity
    : xml.length
}

/** Where the tag at `at` ends: at the first `>` that is not inside an attribute. */
function endOfTag(xml: string, at: number): number {
  let end = xml.indexOf('>', at)
  while (end >= 0 && insideAttribute(xml.slice(at, end))) end = xml.indexOf('>', end + 1)
  return end + 1 || -1
}

/** Whether a tag read so far ends inside an attribute. The first test settles nearly all of them. */
function insideAttribute(tag: string): boolean {
  if (/[^=\s]"\/?$/.test(tag) && !tag.includes("'")) return false
  return /["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''))
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const attributePatterns = new Map<string, RegExp>()

function readAttribute(tag: string, name: string): string | undefined {
  let pattern = attributePatterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    attributePatterns.set(name, pattern)
  }
  const found = pattern.exec(tag)
  return found ? decodeEntities(found[1] ?? found[2]) : undefined
}
