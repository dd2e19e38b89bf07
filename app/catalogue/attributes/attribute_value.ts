import { NO, YES } from '#app/catalogue/attributes/yes_and_no'
import type { AttributeEntry } from '#app/catalogue/taxonomy'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { foldWords } from '#app/platform/text/fold_words'

export type AttributeValue = string | number | boolean

type Kind = Pick<AttributeEntry, 'kind' | 'choices'>

const LONGEST = 500
const NUMBER = /^-?\d{1,12}(?:[.,]\d{1,6})?$/

/** A value that an attribute cannot have, by the rule that it breaks. */
export class Unreadable {
  constructor(
    readonly rule: string,
    readonly message: string
  ) {}
}

/** A value as people type it, or as JSON has it: `12,5` is a number, `avant` and `أمامي` are one choice. */
export function readValue({ kind, choices }: Kind, given: unknown): AttributeValue | Unreadable {
  if (!['string', 'number', 'boolean'].includes(typeof given)) {
    return new Unreadable('string', 'A value is a text, a number, true or false')
  }
  return READERS[kind](String(given).trim(), choices)
}

const READERS: Record<
  AttributeEntry['kind'],
  (given: string, choices: Kind['choices']) => AttributeValue | Unreadable
> = {
  number: (given) =>
    NUMBER.test(given)
      ? Number(given.replace(',', '.'))
      : new Unreadable('number', 'The value is a number with at most six decimals'),
  boolean: (given) => {
    const word = given.toLowerCase()
    if (YES.includes(word)) return true
    return NO.includes(word) ? false : new Unreadable('boolean', 'The value is true or false')
  },
  text: (given) =>
    given.length <= LONGEST && given.isWellFormed() && !given.includes('\0')
      ? given.normalize('NFC')
      : new Unreadable('text', `The value is a text of at most ${LONGEST} characters`),
  choice: (given, choices) =>
    choices.find(({ value, ar, en }) => [value, ar, en].some((word) => isSame(word, given)))
      ?.value ?? new Unreadable('enum', 'The value is one of the choices of the attribute'),
}

const isSame = (word: string | null, given: string) =>
  word !== null && foldWords(word) === foldWords(given)

/** A value in the reader's language: choices have names, everything else is as it is. */
export function valueInLocale({ choices }: Kind, value: string, locale: Locale): string {
  const choice = choices.find((one) => one.value === value)
  return choice ? inLocale(locale, choice.value, choice.ar, choice.en) : value
}

/** A value as people type it: a number with a comma. */
export const fieldText = (value: AttributeValue | null | undefined) =>
  typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '')
