/** One thing, in the shape of JSON-LD: types under `@type`, properties by their names. */
export interface Node {
  [property: string]: unknown
}

interface OpenItem {
  node: Node
  depth: number
}

interface OpenProperty {
  item: Node
  names: string[]
  depth: number
  text: string
}

const MOST_ITEMS = 500
const LONGEST_VALUE = 2_000

/** Where the value of a property stands when it is not the text of its element. */
const VALUE_IN: Record<string, string> = {
  ...{ meta: 'content', link: 'href', img: 'src', time: 'datetime', data: 'value' },
  ...{ source: 'src', iframe: 'src', object: 'data' },
}

/** Collects microdata while a page is read, element by element. */
export class Microdata {
  readonly items: Node[] = []
  readonly #open: OpenItem[] = []
  readonly #properties: OpenProperty[] = []
  #count = 0

  open(name: string, attributes: Record<string, string>, depth: number): void {
    const owner = this.#open.at(-1)
    const names = attributes.itemprop?.split(/\s+/).filter(Boolean) ?? []
    if (attributes.itemscope !== undefined && this.#count < MOST_ITEMS) {
      const node: Node = { '@type': typesOf(attributes.itemtype) }
      this.#count += 1
      if (owner && names.length) for (const property of names) add(owner.node, property, node)
      else this.items.push(node)
      this.#open.push({ node, depth })
      return
    }
    if (!owner || !names.length) return
    const given = valueOf(name, attributes)
    if (given !== undefined) for (const property of names) add(owner.node, property, given)
    else this.#properties.push({ item: owner.node, names, depth, text: '' })
  }

  write(text: string): void {
    for (const property of this.#properties) {
      if (property.text.length < LONGEST_VALUE) property.text += text
    }
  }

  close(depth: number): void {
    while ((this.#properties.at(-1)?.depth ?? 0) >= depth) {
      const { item, names, text } = this.#properties.pop()!
      const value = text.replace(/\s+/g, ' ').trim()
      if (value) for (const property of names) add(item, property, value)
    }
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop()
  }
}

function valueOf(name: string, attributes: Record<string, string>): string | undefined {
  const { href = '', content } = attributes
  if (content !== undefined) return content
  if (/^(?:tel|mailto):/i.test(href)) return href.replace(/^\w+:/, '')
  return VALUE_IN[name] === undefined ? undefined : attributes[VALUE_IN[name]]
}

const typesOf = (itemtype = '') =>
  itemtype
    .split(/\s+/)
    .filter(Boolean)
    .map((type) => type.replace(/^.*[/#]/, ''))

function add(node: Node, property: string, value: unknown) {
  const known = node[property]
  node[property] =
    known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
}
