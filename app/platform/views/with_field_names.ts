import { Parser } from 'htmlparser2'

/** Stands before what is wrong with a field, in a summary of errors, until the page around it is there. */
export const fieldNameMark = (field: string) => `<!--name of ${encodeURIComponent(field)}-->`

const MARKED = /<!--name of ([^<>]*)-->([^<]*)/g

/**
 * Names the fields in the summary of errors of a page, and leads to them: as their labels in the page say, so that no
 * form tells its labels twice. What is wrong with something that is no field of the page stands there without a link.
 */
export function withFieldNames(html: string): string {
  if (!html.includes('<!--name of ')) return html
  const fields = fieldsOf(html)
  return html.replace(MARKED, (_mark, name: string, text: string) => {
    const field = findField(fields, decodeURIComponent(name))
    if (!field) return text
    return `<a class="link" href="#${field.id}">${field.label ? `${field.label} — ` : ''}${text}</a>`
  })
}

/** As they stand in the page: nothing is decoded, as it goes back into it. */
type Field = { id: string; name?: string; label?: string }

const CONTROLS = new Set(['input', 'select', 'textarea'])

/** All fields that may be led to, with what they are called. */
function fieldsOf(html: string): Field[] {
  const fields: Field[] = []
  const labels = new Map<string, string>()
  let label: { of: string; from: number } | undefined
  const parser: Parser = new Parser(
    {
      onopentag(tag, { id, name, 'for': of, 'aria-label': called }) {
        if (tag === 'label' && of) label = { of, from: parser.endIndex + 1 }
        if (CONTROLS.has(tag) && id) fields.push({ id, name, label: called })
      },
      onclosetag(tag) {
        if (tag !== 'label' || !label) return
        labels.set(label.of, html.slice(label.from, parser.startIndex).trim())
        label = undefined
      },
    },
    { decodeEntities: false }
  )
  parser.end(html)
  return fields.map((field) => ({ ...field, label: labels.get(field.id) ?? field.label }))
}

/** The field with that id or, where ids are others, the first with that name. */
function findField(fields: Field[], place: string): Field | undefined {
  const [first, ...path] = place.split('.')
  const name = first + path.map((step) => `[${step}]`).join('')
  return (
    fields.find(({ id }) => id === place) ??
    fields.find((field) => field.name === name) ??
    fields.find((field) => field.name === `${name}[]`)
  )
}
