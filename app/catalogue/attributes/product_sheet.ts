import type { AttributeEntry, Taxonomy } from '#app/catalogue/taxonomy'
import { fieldText } from '#app/catalogue/attributes/attribute_value'
import { attributeValuesQuery } from '#app/catalogue/attributes/attribute_values_query'

/** One attribute of a sheet, and what it says as a field of a form shows it: `12,5`, `true`, nothing. */
export type SheetField = AttributeEntry & { value: string }

type ProductSheet = {
  /** What the category asks for, and whatever else the product says. */
  fields: SheetField[]
  /** Attributes that could be added. */
  others: AttributeEntry[]
}

type Sheeted = { id: number; categoryId?: number | null }

/** The sheet of a product; `typed` are values by code that somebody has typed since. */
export async function productSheet(
  { id, categoryId }: Sheeted,
  known: Taxonomy,
  typed: Record<string, string> = {}
): Promise<ProductSheet> {
  const said = await attributeValuesQuery([id])
  const values = said.get(id) ?? {}
  const asked = askedBy(categoryId ?? null, known)
  const isShown = ({ code }: AttributeEntry) => asked.has(code) || code in values || code in typed
  const all = [...known.attributes.values()].toSorted((one, other) =>
    one.nameFr.localeCompare(other.nameFr, 'fr')
  )
  return {
    fields: all
      .filter(isShown)
      .map((one) => ({ ...one, value: typed[one.code] ?? fieldText(values[one.code]) })),
    others: all.filter((one) => !isShown(one)),
  }
}

/** Codes of the attributes that a category asks for, or one that it stands under. */
function askedBy(categoryId: number | null, known: Taxonomy): Set<string> {
  const category = categoryId === null ? undefined : known.categories.get(categoryId)
  const path = new Set(category ? known.pathOf(category).map(({ id }) => id) : [])
  const asked = [...known.attributes.values()].filter(({ categoryIds }) =>
    categoryIds.some((id) => path.has(id))
  )
  return new Set(asked.map(({ code }) => code))
}
