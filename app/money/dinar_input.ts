import vine from '@vinejs/vine'

/** Two billion dinars: far above any part, far below where numbers get inexact. */
export const MAX_MILLIMES = 2_000_000_000_000

/** `1 234,500`, `1234.5`, `12`: at most three decimals, spaces between thousands. */
const DINARS = /^(\d{1,13})(?:[.,](\d{1,3}))?$/
const SPACES = /\s/g

const isDinars = vine.createRule(
  (value, _, field) => {
    const millimes = typeof value === 'string' ? parseDinars(value) : undefined
    if (millimes === undefined)
      field.report('The {{ field }} field must be an amount', 'dinars', field)
  },
  { name: 'dinars' }
)

/** An amount in dinars as people type it into a form: becomes whole millimes. */
export const dinarInput = () =>
  vine
    .string()
    .trim()
    .use(isDinars())
    // Where a field may be null, Vine hands null over too.
    .transform((value: string | null) => (value === null ? value : parseDinars(value)) as number)

/** Millimes of an amount that somebody typed in dinars; undefined when it is none. */
function parseDinars(typed: string): number | undefined {
  const [, whole, decimals = ''] = DINARS.exec(typed.replace(SPACES, '')) ?? []
  if (whole === undefined) return undefined
  const millimes = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'))
  return millimes <= MAX_MILLIMES ? millimes : undefined
}
