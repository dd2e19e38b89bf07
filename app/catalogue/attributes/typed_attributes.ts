import type { GivenAttributes } from '#app/catalogue/attributes/write_product_attributes'
import { fieldText } from '#app/catalogue/attributes/attribute_value'
import type { SheetField } from '#app/catalogue/attributes/product_sheet'
import { invalid } from '#app/platform/http/invalid'

type Typed = {
  attributes?: GivenAttributes
  otherAttribute?: string | null
  otherValue?: string | null
}

/** The form of a product as it is written: the attribute that was added to the sheet is one of it. */
export function withTypedAttributes<Form extends Typed>({
  otherAttribute,
  otherValue,
  attributes = {},
  ...form
}: Form) {
  if (otherValue && !otherAttribute) {
    throw invalid('otherAttribute', 'required', 'Choose the attribute that has this value')
  }
  const other = otherAttribute && otherValue ? { [otherAttribute]: otherValue } : {}
  return { ...form, attributes: { ...attributes, ...other } as GivenAttributes }
}

/** What was typed of a sheet, as its fields show it. */
export const typedTexts = (given: GivenAttributes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([code, value]) => [code, fieldText(value as string)])
  )

/** Attributes that are not what somebody has typed. */
export const sheetConflicts = (fields: SheetField[], typed: Record<string, string>) =>
  fields
    .filter(({ code, value }) => code in typed && typed[code] !== value)
    .map(({ code, value, ...names }) => ({ ...names, theirs: value, yours: typed[code] }))
