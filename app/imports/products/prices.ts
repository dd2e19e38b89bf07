import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import type { Dialect } from '#app/imports/products/dialects/dialect'
import { microdinars, millimes, units } from '#app/imports/files/values'
import type { Cell } from '#app/platform/tabular/row'

interface StagedPrices {
  price?: number
  compare_at_price?: number
  cost?: number
  tax_rate?: number
  core_charge?: number
}

const TAX_RATES = [0, 7, 13, 19]
const DEFAULT_TAX_RATE = 19
/** Lists in foreign money come from demo shops; the first of these that is filled in counts as dinars. */
const CURRENCIES = ['tnd', 'eur', 'usd']

/** Prices of a row in millimes, tax included. Throws `RowRejected`. */
export function pricesOf(fields: Fields, dialect: Dialect, context: StagingContext): StagedPrices {
  const taxRate = taxRateOf(fields, context)
  const price = priceOf(fields, taxRate ?? DEFAULT_TAX_RATE, dialect, context)
  const regular = optional(fields, 'regular_price', context)
  return {
    price,
    // 0 ends a promotion. The regular price is a former one only beside an offer.
    compare_at_price:
      optional(fields, 'compare_at_price', context) ??
      (regular && price && regular > price ? regular : undefined),
    cost: costOf(fields, context),
    core_charge: optional(fields, 'core_charge', context),
    tax_rate: taxRate,
  }
}

function priceOf(fields: Fields, taxRate: number, dialect: Dialect, context: StagingContext) {
  const found = findPrice(fields) ?? foreignPrice(fields, context)
  if (!found) return undefined
  const { column, cell, places, withoutTax } = found
  const amount = withoutTax
    ? Math.round((microdinars(column, cell, context.decimals) * (100 + taxRate)) / 100_000)
    : millimes(column, cell, context.decimals, places)
  if (amount === 0 && dialect.zeroIsNoPrice) return undefined
  if (amount === 0) throw new RowRejected(`${column}: a price is more than 0`)
  if (withoutTax) context.note(`a price without tax had ${taxRate} % added`)
  return amount
}

function costOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const cell = fields.cell('cost')
  return cell === undefined ? undefined : Math.round(microdinars('cost', cell, decimals) / 1_000)
}

interface FoundPrice {
  column: string
  cell: Cell
  places?: number
  withoutTax?: boolean
}

function findPrice(fields: Fields): FoundPrice | undefined {
  const dated = fields.cell('sale_starts') ?? fields.cell('sale_ends')
  const candidates: { column: string; places?: number; withoutTax?: boolean }[] = [
    { column: 'price' },
    { column: 'price_millimes', places: 0 },
    { column: 'price_cents', places: 1 },
    // A dated offer belongs to promotions: it must not become the price.
    ...(dated === undefined ? [{ column: 'sale_price' }] : []),
    { column: 'regular_price' },
    { column: 'price_ht', withoutTax: true },
  ]
  for (const candidate of candidates) {
    const cell = fields.cell(candidate.column)
    if (cell !== undefined) return { ...candidate, cell }
  }
}

function foreignPrice(fields: Fields, context: StagingContext): FoundPrice | undefined {
  const prices = fields
    .keyed('price_in')
    .map(([code, cell]) => ({ code: code.toLowerCase(), cell }))
  const chosen = CURRENCIES.map((code) => prices.find((price) => price.code === code)).find(Boolean)
  const price = chosen ?? prices.at(0)
  if (!price) return undefined
  const currency = price.code.toUpperCase()
  if (currency !== 'TND')
    context.note(`a price in ${currency} was taken as dinars`, String(price.cell))
  return { column: `price ${currency}`, cell: price.cell }
}

function optional(
  fields: Fields,
  column: string,
  { decimals }: StagingContext
): number | undefined {
  const cell = fields.cell(column)
  return cell === undefined ? undefined : millimes(column, cell, decimals)
}

/** `19`, `19 %`, `0.19`. Throws `RowRejected` when it is no rate of Tunisian VAT. */
function taxRateOf(fields: Fields, { decimals }: StagingContext): number | undefined {
  const cell = fields.cell('tax_rate')
  if (cell === undefined) return undefined
  const thousandths = units('tax_rate', cell, decimals, 3)
  const percent = thousandths > 0 && thousandths < 1000 ? thousandths / 10 : thousandths / 1000
  if (TAX_RATES.includes(percent)) return percent
  throw new RowRejected(`tax_rate: «${cell}» is not one of ${TAX_RATES.join(', ')}`)
}
