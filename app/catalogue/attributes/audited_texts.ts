import type { Choice } from '#app/catalogue/attributes/attribute'
import { type AttributeValue, fieldText } from '#app/catalogue/attributes/attribute_value'

/** What a sheet said, as histories tell it: `largeur 12,5 · position avant`. */
export const sheetText = (value: unknown) =>
  Object.entries(value as Record<string, AttributeValue | null>)
    .map(([code, said]) => `${code} ${fieldText(said) || '—'}`)
    .join(' · ')

/** The choices of an attribute, by their French names. */
export const choicesText = (value: unknown) =>
  (value as Choice[]).map((choice) => choice.value).join(' · ')
