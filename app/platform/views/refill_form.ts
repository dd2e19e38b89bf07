import string from '@adonisjs/core/helpers/string'
import { Parser } from 'htmlparser2'

/** What somebody has typed into a form: where it goes, and the pairs that a browser sends. */
export type FilledForm = { action: string; pairs: [string, string][] }

type Attributes = Record<string, string>

/** Fields that stay as the page has them: secrets, files, and the proof that the form is ours. */
const LEFT_ALONE = new Set(['password', 'file', 'submit', 'button'])
const PROOF = '_csrf'

/**
 * The page with that form as it was filled in: texts, choices, and what is hidden in it, so that a version that others
 * have moved past is still told. Undefined when the page has no such form.
 */
export function refillForm(html: string, form: FilledForm): string | undefined {
  const found = findForm(html, form.action)
  if (!found) return undefined
  const filling = new Filling(html, form, found)
  const parser: Parser = new Parser({
    onopentag: (tag, attributes) =>
      filling.open(tag, attributes, parser.startIndex, parser.endIndex + 1),
    onclosetag: (tag) => filling.close(tag, parser.startIndex),
  })
  parser.end(html)
  return filling.page
}

/** Where the form begins, and its id: fields elsewhere on the page may belong to it. */
type FoundForm = { at: number; id?: string }

function findForm(html: string, action: string): FoundForm | undefined {
  let found: FoundForm | undefined
  const parser: Parser = new Parser({
    onopentag(tag, { action: to, method, id }) {
      if (tag !== 'form' || to !== action || method?.toUpperCase() !== 'POST') return
      found ??= { at: parser.startIndex, id }
    },
  })
  parser.end(html)
  return found
}

class Filling {
  #isInside = false
  #values = new Map<string, string[]>()
  #select: string | undefined
  #text: { from: number; value: string } | undefined
  #parts: string[] = []
  #copied = 0

  constructor(
    private html: string,
    { pairs }: FilledForm,
    private form: FoundForm
  ) {
    for (const [name, value] of pairs)
      this.#values.set(name, [...(this.#values.get(name) ?? []), value])
  }

  get page(): string {
    return this.#parts.join('') + this.html.slice(this.#copied)
  }

  open(tag: string, attributes: Attributes, from: number, to: number) {
    const { name = '', form } = attributes
    if (tag === 'form') this.#isInside = from === this.form.at
    const belongs = form === undefined ? this.#isInside : form === this.form.id
    if (tag === 'select' && belongs) this.#select = name
    if (!belongs && (tag !== 'option' || this.#select === undefined)) return
    if (tag === 'option') this.#choose(attributes, from, to)
    else if (tag === 'textarea') this.#text = { from: to, value: this.#next(name) ?? '' }
    else if (tag === 'input' && name !== PROOF) this.#fill(attributes, from, to)
  }

  close(tag: string, at: number) {
    if (tag === 'form') this.#isInside = false
    if (tag === 'select') this.#select = undefined
    if (tag !== 'textarea' || !this.#text) return
    this.#replace(this.#text.from, at, string.escapeHTML(this.#text.value))
    this.#text = undefined
  }

  /** Fields of one name get their values in turn, as they were sent. */
  #next(name: string): string | undefined {
    return this.#values.get(name)?.shift()
  }

  #fill({ checked, ...attributes }: Attributes, from: number, to: number) {
    const { type = 'text', name = '', value = 'on' } = attributes
    if (LEFT_ALONE.has(type)) return
    if (type === 'checkbox' || type === 'radio') {
      const isOn = this.#values.get(name)?.includes(value)
      return this.#replace(
        from,
        to,
        tagOf('input', { ...attributes, ...(isOn && { checked: '' }) })
      )
    }
    const typed = this.#next(name)
    if (typed !== undefined)
      this.#replace(from, to, tagOf('input', { ...attributes, value: typed }))
  }

  #choose({ selected, ...attributes }: Attributes, from: number, to: number) {
    const chosen = this.#select === undefined ? undefined : this.#values.get(this.#select)
    if (!chosen) return
    const isOn = chosen.includes(attributes.value)
    this.#replace(from, to, tagOf('option', { ...attributes, ...(isOn && { selected: '' }) }))
  }

  #replace(from: number, to: number, text: string) {
    this.#parts.push(this.html.slice(this.#copied, from), text)
    this.#copied = to
  }
}

const tagOf = (tag: string, attributes: Attributes) =>
  `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${string.escapeHTML(value)}"`)
    .join('')}>`
