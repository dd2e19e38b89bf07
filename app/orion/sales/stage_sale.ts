import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { partOf } from '#app/imports/part_identity'
import { limitedText, millimes, units } from '#app/imports/files/values'

const SHAPES = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ].*)?$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})(?: .*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]
/** More pieces than one line of an invoice for parts ever holds: a price or a number in the wrong column. */
const MOST_PIECES = 100_000

/** A line that was sold, or brought back when its quantity is negative. Throws `RowRejected`. */
export function stageSale(fields: Fields, { decimals }: StagingContext) {
  const price = fields.cell('unit_price')
  return {
    ...partOf(fields),
    sold_on: dayOf(fields.text('date')),
    quantity: piecesOf(fields, decimals),
    unit_price: price === undefined ? undefined : millimes('unit_price', price, decimals),
    document: limitedText('document', fields.text('document') ?? '', 100),
  }
}

function piecesOf(fields: Fields, decimals: StagingContext['decimals']): number {
  const cell = fields.cell('quantity')
  if (cell === undefined) throw new RowRejected('quantity: the row has none')
  const pieces = units('quantity', cell, decimals, 0)
  if (pieces === 0) throw new RowRejected('quantity: nothing was sold')
  if (Math.abs(pieces) > MOST_PIECES) {
    throw new RowRejected(`quantity: «${cell}» is more than ${MOST_PIECES} pieces in one line`)
  }
  return pieces
}

/** The ISO day of `2024-03-31`, `31/03/2024` or `20240331`; a time after it does not matter. */
function dayOf(text: string | undefined): string {
  if (text === undefined) throw new RowRejected('date: the row has none')
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.groups
    if (!found) continue
    const day = `${found.year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`
    const time = Date.parse(`${day}T00:00:00Z`)
    const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
    if (exists && Number(found.year) >= 1950) return day
  }
  throw new RowRejected(`date: «${text}» is no day, such as 2024-03-31 or 31/03/2024`)
}
