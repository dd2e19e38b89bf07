import { DateTime } from 'luxon'
import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import vine, { BaseLiteralType, symbols } from '@vinejs/vine'
import type { FieldContext, FieldOptions, SchemaTypes, Validation } from '@vinejs/vine/types'

type Range = { min?: number; max?: number }
type IntegerOptions = Required<Range> & { fromText: boolean }

const isInteger = vine.createRule<IntegerOptions>(
  (value, { min, max, fromText }, field) => {
    const number = fromText && typeof value === 'string' && DIGITS.test(value) ? +value : value
    if (!Number.isSafeInteger(number)) {
      return field.report('The {{ field }} field must be a whole number', 'integer', field)
    }
    const whole = number as number
    if (whole < min || whole > max) {
      const limits = { min, max }
      const message = 'The {{ field }} field must be between {{ min }} and {{ max }}'
      return field.report(message, 'range', field, limits)
    }
    field.mutate(whole, field)
  },
  {
    name: 'integer',
    toJSONSchema: (schema, { min, max }) =>
      Object.assign(schema, { type: 'integer', minimum: min, maximum: max }),
  }
)

const DIGITS = /^-?\d{1,16}$/

class IntegerInput extends BaseLiteralType<number | string, number, number> {
  [symbols.SUBTYPE] = 'integer'

  constructor(
    readonly settings: IntegerOptions,
    options?: FieldOptions,
    validations?: Validation<unknown>[]
  ) {
    super(options, validations ?? [isInteger(settings)])
  }

  clone(): this {
    return new IntegerInput(this.settings, this.cloneOptions(), this.cloneValidations()) as this
  }

  toJSONSchema() {
    return { type: 'integer' as const, minimum: this.settings.min, maximum: this.settings.max }
  }
}

const SAFE = { min: 0, max: Number.MAX_SAFE_INTEGER }

/** A whole number in a JSON body: a JSON number, never `"12"` or `1.5`. */
export const integer = (range: Range = {}) =>
  new IntegerInput({ ...SAFE, ...range, fromText: false })

/** A whole number in a query string: digits only, never `1e3` or `0x10`. */
export const digits = (range: Range = {}) => new IntegerInput({ ...SAFE, ...range, fromText: true })

/** Neither NUL nor half a character: the database takes it. */
export const isText = (value: string) => !value.includes('\0') && value.isWellFormed()

const NOT_TEXT = 'The {{ field }} field has characters that are not text'

const isCleanText = vine.createRule(
  (value, _, field) => {
    if (typeof value !== 'string') return
    if (!isText(value)) return field.report(NOT_TEXT, 'text', field)
    field.mutate(value.normalize('NFC'), field)
  },
  { name: 'text' }
)

/** Text of bounded length, trimmed, in NFC, without NUL and lone surrogates. */
export const text = ({ min = 1, max }: { min?: number; max: number }) =>
  vine.string().trim().minLength(min).maxLength(max).use(isCleanText())

/** Storefronts send every field of a form: for `.parse()` of one that may be left out. */
export const emptyIsNone = (value: unknown) => (value === '' ? undefined : value)

/** Values by names that whoever asks makes up: `attr[largeur_mm]=116`. The names are text as well. */
export const valuesByName = <Value extends SchemaTypes>(value: Value) =>
  vine.record(value).validateKeys(areText)

function areText(names: string[], field: FieldContext) {
  if (!names.every(isText)) field.report(NOT_TEXT, 'text', field)
}

/** What somebody is called, on one line: it stands in the headers of mails. */
export const personName = () => text({ max: 80 }).regex(/^\P{Cc}+$/u)

/** A password as it was typed, spaces included; a NUL is refused, as hashing would ignore it at the end. */
export const password = ({ min = 1, max }: { min?: number; max: number }) =>
  vine.string().minLength(min).maxLength(max).use(isCleanText())

/** `true`, `false`, `1` or `0` in a query string. */
export const flag = () =>
  vine
    .enum(['true', 'false', '1', '0'] as const)
    .transform((value) => value === 'true' || value === '1')

/** A box of a form: ticked or not. */
export const ticked = () =>
  vine
    .literal('1')
    .optional()
    .transform((value) => value === '1')

const isDay = vine.createRule(
  (value, _, field) => {
    if (typeof value === 'string' && DateTime.fromFormat(value, 'yyyy-MM-dd').isValid) return
    field.report('The {{ field }} field must be a day such as 2026-11-30', 'day', field)
  },
  { name: 'day', toJSONSchema: (schema) => Object.assign(schema, { format: 'date' }) }
)

/** A day, as the fields of browsers write it: `2026-11-30`. */
export const day = () => text({ max: 10 }).use(isDay())

const LIST_ITEMS = 50

const itemsOf = (value: string) =>
  [...new Set(value.split(',').map((item) => item.trim()))].filter(Boolean)

const isShortList = vine.createRule(
  (value, _, field) => {
    if (typeof value !== 'string' || itemsOf(value).length <= LIST_ITEMS) return
    const message = 'The {{ field }} field may list {{ max }} things at most'
    field.report(message, 'list', field, { max: LIST_ITEMS })
  },
  { name: 'list' }
)

/** A comma-separated list of at most 50 things in a query string: `?brand=bosch,valeo`. */
export const commaList = ({ max = 200 }: { max?: number } = {}) =>
  text({ max: LIST_ITEMS * max })
    .use(isShortList())
    .transform(itemsOf)

const areChoices = vine.createRule<{ choices: readonly string[] }>(
  (value, { choices }, field) => {
    if (typeof value !== 'string' || itemsOf(value).every((item) => choices.includes(item))) return
    const message = 'The {{ field }} field may list {{ choices }}'
    field.report(message, 'choices', field, { choices: choices.join(', ') })
  },
  { name: 'choices' }
)

/** A comma-separated list of known words: `?fit=fits,unknown`. */
export const choiceList = <Choice extends string>(choices: readonly Choice[]) =>
  text({ max: 200 })
    .use(areChoices({ choices }))
    .transform((value) => itemsOf(value) as Choice[])

const KEYS = { min: 1, max: GREATEST_KEY }

/** The key of a row, in an address, a query string or a form. */
export const id = () => digits(KEYS)

/** The key of a row in a JSON body. */
export const key = () => integer(KEYS)

/** The version of a record that a form was made of. */
export const version = () => digits(KEYS)

/** The page size and place that every list takes. A place may hold a name of 300 letters, thrice encoded. */
export const paging = () => ({
  limit: digits({ min: 1, max: 100 }).optional(),
  cursor: text({ max: 4_000 }).optional(),
})
