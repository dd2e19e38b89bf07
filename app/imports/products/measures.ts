import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { oneOf, units, wholeNumber } from '#app/imports/files/values'
import { MOST_AT_LEAST } from '#app/catalogue/products/product'
import { latinDigits } from '#app/platform/text/latin_digits'

const GRAMS = { g: 1, kg: 1000, lb: 453.59237, oz: 28.349523125 }
export function stockOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const cell = fields.cell('stock')
  if (cell !== undefined) return wholeNumber('stock', cell, decimals)
  // Bagisto: `default=100,second=20`.
  const inventories = fields.text('inventories')?.split(',')
  return inventories?.reduce(
    (sum, item) => sum + wholeNumber('inventories', item.split('=').at(1) ?? '', decimals),
    0
  )
}

/** Sold from so many pieces on, or in packs of so many. */
export function quantityOf(
  column: 'min_quantity' | 'pack_size',
  fields: Fields,
  { decimals }: StagingContext
): number | undefined {
  const cell = fields.cell(column)
  if (cell === undefined) return undefined
  return wholeNumber(column, cell, decimals, { min: 1, max: MOST_AT_LEAST })
}

/** In grams. 0 stands for "not weighed" in every system. */
export function weightOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const unit = oneOf('weight_unit', fields.cell('weight_unit') ?? 'kg', {
    g: [],
    kg: [],
    lb: ['lbs'],
    oz: [],
  })
  const columns: [string, number][] = [
    ['weight_g', 1],
    ['weight_kg', GRAMS.kg],
    ['weight_lb', GRAMS.lb],
    ['weight', GRAMS[unit]],
  ]
  for (const [column, factor] of columns) {
    const cell = fields.cell(column)
    if (cell === undefined) continue
    const grams = Math.round((units(column, cell, decimals, 6) / 1e6) * factor)
    if (grams < 0 || grams > 10_000_000) throw new RowRejected(`${column}: «${cell}» is no weight`)
    return grams || undefined
  }
}

/** `24`, `24 mois`, `2 ans`. */
export function warrantyOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const text = fields.text('warranty_months')
  if (text === undefined) return undefined
  const latin = latinDigits(text)
  const years = /^(\d+)\s*(?:ans?|years?|سن\S*)$/i.exec(latin)
  if (years) return Number(years[1]) * 12
  const [, number = text] = /^(\d+)\s*(?:mois|months?|أشهر|شهر\S*)$/i.exec(latin) ?? []
  const months = wholeNumber('warranty_months', number, decimals)
  if (months > 600) throw new RowRejected(`warranty_months: «${text}» is more than 50 years`)
  return months
}
