import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { kilowatts } from '#app/fitment/fleet/vehicle_types'
import { FUEL_WORDS } from '#app/imports/vehicles/fuel_words'
import { knownWord } from '#app/imports/vehicles/known_word'
import { takeYears, type Years } from '#app/imports/vehicles/years'
import { atMost, wholeNumber } from '#app/imports/files/values'
import type { Cell } from '#app/platform/tabular/row'

/** Which vehicles a row means, as its cells say it: rows with the same words mean the same. */
export type VehicleWords = {
  ktypes?: number[]
  make?: string
  model?: string
  type?: string
  /** A type, or equipment that no vehicle is told apart by. */
  submodel?: string
  engine?: string
  fuel?: string
  kw?: number
  cc?: number
  years?: Years
  application?: string
}

const WORDS = ['make', 'model', 'type', 'submodel', 'engine', 'application'] as const

/** Undefined when the row says nothing of vehicles. Throws `RowRejected`. */
export function vehicleWordsOf(fields: Fields, context: StagingContext): VehicleWords | undefined {
  const words: VehicleWords = {}
  for (const column of WORDS) {
    const text = fields.text(column)
    if (text !== undefined) words[column] = text
  }
  const fuel = fields.text('fuel')
  if (fuel !== undefined) words.fuel = fuelOf(fuel)
  const kw = powerOf(fields, context)
  if (kw !== undefined) words.kw = kw
  const cc = fields.cell('cc')
  if (cc !== undefined) words.cc = measured('cc', cc, context)
  const years = yearsOf(fields)
  if (years) words.years = years
  return words.make || words.model || words.application ? words : undefined
}

/** Throws `RowRejected`. */
export function fuelOf(text: string): string {
  const fuel = knownWord(text, FUEL_WORDS)
  if (fuel) return fuel
  throw new RowRejected(`fuel: «${text}» is not one of ${Object.keys(FUEL_WORDS).join(', ')}`)
}

/** Kilowatts, from `kw` or from horsepower. */
export function powerOf(fields: Fields, context: StagingContext): number | undefined {
  const kw = fields.cell('kw')
  if (kw !== undefined) return measured('kw', kw, context, 2_000)
  const hp = fields.cell('hp')
  return hp === undefined ? undefined : kilowatts(measured('hp', hp, context, 2_700))
}

/** A whole number with or without its unit: `1461 cm3`. */
export function measured(
  column: string,
  cell: Cell,
  { decimals }: StagingContext,
  max = 20_000
): number {
  const [, bare = cell] = /^([\d\s.,-]+)[\p{L}³]{1,12}\d?\.?$/u.exec(String(cell)) ?? []
  return atMost(column, cell, wholeNumber(column, bare, decimals, { min: 1 }), max)
}

function yearsOf(fields: Fields): Years | undefined {
  const years = {
    ...rangeOf(fields),
    ...bound(fields, 'year_from', 'from'),
    ...bound(fields, 'year_to', 'to'),
  }
  if (years.from === undefined && years.to === undefined) return undefined
  if (years.from && years.to && years.from > years.to) {
    throw new RowRejected(`year_to: ${years.to} is before ${years.from}`)
  }
  return years
}

/** ACES has one year a row; others write `2012-2019` into one cell. */
function rangeOf(fields: Fields): Years {
  const text = fields.text('year')
  if (text === undefined) return {}
  const { years } = takeYears(text)
  if (years.from ?? years.to) return years
  const year = yearIn('year', text)
  return { from: year, to: year }
}

function bound(fields: Fields, column: string, end: 'from' | 'to'): Years {
  const text = fields.text(column)
  return text === undefined ? {} : { [end]: yearIn(column, text) }
}

/** The year of `2012`, `2012-06`, `06/2012` or `201206`. */
function yearIn(column: string, text: string): number {
  const found = /(?<!\d)((?:19|20)\d\d)(?!\d)|^((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:\d\d)?$/.exec(
    text
  )
  if (found) return Number(found[1] ?? found[2])
  throw new RowRejected(`${column}: «${text}» is not a year`)
}
