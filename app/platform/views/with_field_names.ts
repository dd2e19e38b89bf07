/** What stands in a summary of errors for the name of a field until the page around it is there. */
export const fieldNameMark = (field: string) => `<!--name of ${encodeURIComponent(field)}-->`

/** A value with a bracket has it escaped: Edge sees to that. */
const CONTROL = /<(?:input|select|textarea)\b[^<>]*>/g

const LINE = /<li><a class="link" href="#">(<!--name of ([^>]*)-->)([^<]*)<\/a><\/li>/g

/**
 * Names the fields in the summary of errors of a page, and leads to them: as their labels in the page say, so that no
 * form tells its labels twice. What is wrong with something that is no field of the page stands there without a link.
 */
export function withFieldNames(html: string): string {
  if (!html.includes('<!--name of ')) return html
  return html.replace(LINE, (_line, _mark: string, name: string, text: string) => {
    const id = idOf(html, decodeURIComponent(name))
    if (!id) return `<li>${text}</li>`
    const label = labelOf(html, id)
    return `<li><a class="link" href="#${id}">${label ? `${label} — ` : ''}${text}</a></li>`
  })
}

/** The field with that id or, where ids are others, the first with that name. */
function idOf(html: string, field: string): string | undefined {
  const [first, ...path] = field.split('.')
  const name = first + path.map((step) => `[${step}]`).join('')
  const controls = html.match(CONTROL) ?? []
  const ids = (attribute: string, value: string) =>
    controls
      .filter((control) => attributeOf(control, attribute) === value)
      .map((control) => attributeOf(control, 'id'))
  return (
    ids('id', field)[0] ?? ids('name', name).find(Boolean) ?? ids('name', `${name}[]`).find(Boolean)
  )
}

function labelOf(html: string, id: string): string | undefined {
  const [, label] = html.split(`<label for="${id}">`)
  if (label) return label.split('</label>')[0].trim()
  const control = html.match(CONTROL)?.find((one) => attributeOf(one, 'id') === id)
  return control && attributeOf(control, 'aria-label')
}

const attributeOf = (tag: string, attribute: string): string | undefined =>
  tag.split(` ${attribute}="`)[1]?.split('"')[0]
