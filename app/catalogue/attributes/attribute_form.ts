import type { AttributeForm } from '#app/catalogue/attributes/attribute_validators'
import type { Choice } from '#app/catalogue/attributes/attribute'

/** What a form says: a box that is not ticked and a list that is empty say so by being absent. */
export function attributeOf({ choices, categories = [], ...form }: AttributeForm) {
  return { ...form, categories, choices: form.kind === 'choice' ? choicesIn(choices ?? '') : [] }
}

/** Choices as the form shows them: one per line, `French | Arabic | English`. */
export const choiceLines = (choices: Choice[]) =>
  choices
    .map(({ value, ar, en }) =>
      (en ? [value, ar ?? '', en] : ar ? [value, ar] : [value]).join(' | ')
    )
    .join('\n')

const choicesIn = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.split('|').map((word) => word.trim()))
    .filter(([value]) => value)
    .map(([value, ar, en]) => ({ value, ar: ar || null, en: en || null }))
