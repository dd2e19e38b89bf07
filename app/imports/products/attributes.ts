import type { Fields } from '#app/imports/files/fields'
import { slugify } from '#app/catalogue/products/product_slug'
import { splitList } from '#app/platform/tabular/lists'

/** How a header declares the kind of its values: `attr_n_width`. */
const KINDS: Record<string, string> = { n: 'number', t: 'text', b: 'boolean' }

/** Code of an attribute → its label, the kind that the file declares or nothing, and the value. */
type StagedAttributes = Record<string, [label: string, kind: string, value: string]>

/** Attributes of a row, from every way that files have of writing them. Undefined when it has none. */
export function attributesOf(fields: Fields): StagedAttributes | undefined {
  const attributes: StagedAttributes = {}
  const add = (label: string, value: string, kind = '') => {
    const code = codeOf(label)
    if (code && value.trim()) attributes[code] ??= [label.trim(), kind, value.trim()]
  }
  for (const item of splitList(fields.text('attributes') ?? '')) {
    const [, label = '', value = ''] = /^([^=]*)=(.*)$/s.exec(item) ?? []
    add(label, value)
  }
  for (const [header, cell] of fields.keyed('attribute')) {
    const [, kind, label = ''] = /^(?:([ntb])_)?(.*)$/.exec(header) ?? []
    add(label, String(cell), KINDS[kind ?? ''])
  }
  for (const [label, value] of features(fields)) add(label, value)
  for (const [label, value] of named(fields, 'attribute')) add(label, value)
  for (const [label, value] of named(fields, 'option')) add(label, value)
  return Object.keys(attributes).length ? attributes : undefined
}

/** PrestaShop writes `Height:10 cm:1, Colour:red:2`. */
function features(fields: Fields): [string, string][] {
  const items = (fields.text('features') ?? '').split(/[,;]/)
  return items.flatMap((item): [string, string][] => {
    const [label, value] = item.split(':')
    return value ? [[label, value]] : []
  })
}

/** A column for the name and one for the value. Shopify's "Title: Default Title" says nothing. */
function named(fields: Fields, what: 'attribute' | 'option'): [string, string][] {
  const values = new Map(fields.keyed(`${what}_value`))
  return fields.keyed(`${what}_name`).flatMap(([key, name]): [string, string][] => {
    const value = values.get(key)
    return value === undefined || value === 'Default Title' ? [] : [[String(name), String(value)]]
  })
}

/** `Largeur (mm)` is `largeur_mm`; undefined when no letter is in it. */
function codeOf(label: string): string | undefined {
  if (/^[a-z][a-z0-9_]{0,59}$/.test(label)) return label
  const code = slugify(label.replaceAll('_', ' '))
    .replaceAll('-', '_')
    .replace(/^[^a-z]+/, '')
  return code.slice(0, 60) || undefined
}
