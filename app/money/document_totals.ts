import { apportion } from '#app/money/apportion'
import { scaled } from '#app/money/scaled'

/** What a line is made from. `unitPrice` in millimes, with or without tax as the whole document. */
export type DocumentLine = {
  quantity: number
  unitPrice: number
  /** Percent. */
  taxRate: number
  discountPercent?: number
  /** Taken off this line, on the same basis, in millimes; never more than it comes to. */
  discount?: number
}

type DocumentOptions = {
  /** `gross`: shelf prices, tax included. `net`: prices of trade, tax comes on top. */
  basis: 'gross' | 'net'
  /** Taken off the whole document, on the same basis, in proportion to the lines; in millimes. */
  discount?: number
  /** Stamp duty: invoices and credit notes only (`fiscalStamp`). */
  stamp?: number
}

/** All in millimes. `discount` is what is taken off this line, with its part of what is taken off the whole. */
type LineTotals = { net: number; tax: number; gross: number; discount: number }

export type RateTotals = { taxRate: number; net: number; tax: number; gross: number }

export type DocumentTotals = {
  lines: LineTotals[]
  rates: RateTotals[]
  net: number
  tax: number
  gross: number
  discount: number
  stamp: number
  /** What is paid: with tax and stamp. */
  total: number
}

/**
 * The totals of a document. Tax is computed once for each rate, on the sum of its lines, and handed
 * down to the lines by largest remainder: lines always sum to their rate, rates to the total.
 * Half up, to the millime. A discount never goes below nothing.
 */
export function documentTotals(lines: DocumentLine[], options: DocumentOptions): DocumentTotals {
  const { discounts, amounts } = discounted(lines, options.discount ?? 0)
  const totals = amounts.map((): LineTotals => ({ net: 0, tax: 0, gross: 0, discount: 0 }))
  const taxRates = [...new Set(lines.map(({ taxRate }) => taxRate))].sort((a, b) => b - a)

  const rates = taxRates.map((taxRate) => {
    const members = lines.flatMap((line, index) => (line.taxRate === taxRate ? [index] : []))
    const base = sum(members.map((index) => amounts[index]))
    const tax = taxOf(base, taxRate, options.basis)
    const shares = apportion(
      tax,
      members.map((index) => amounts[index])
    )
    for (const [at, index] of members.entries()) {
      totals[index] = lineOf(amounts[index], shares[at], discounts[index], options.basis)
    }
    const { net, gross } = lineOf(base, tax, 0, options.basis)
    return { taxRate, net, tax, gross }
  })
  const gross = sum(rates.map((rate) => rate.gross))
  const stamp = options.stamp ?? 0
  return {
    lines: totals,
    rates,
    net: sum(rates.map((rate) => rate.net)),
    tax: sum(rates.map((rate) => rate.tax)),
    gross,
    discount: sum(discounts),
    stamp,
    total: gross + stamp,
  }
}

/** The lines after their own discounts and their part of the whole one. */
function discounted(lines: DocumentLine[], discount: number) {
  const before = lines.map(({ quantity, unitPrice, discountPercent = 0 }) =>
    scaled(quantity * unitPrice, 100 - discountPercent, 100)
  )
  const own = lines.map((line, index) => Math.min(line.discount ?? 0, before[index]))
  const left = before.map((amount, index) => amount - own[index])
  const shares = apportion(Math.min(discount, sum(left)), left)
  return {
    discounts: shares.map((share, index) => share + own[index]),
    amounts: left.map((amount, index) => amount - shares[index]),
  }
}

const taxOf = (base: number, taxRate: number, basis: 'gross' | 'net') =>
  basis === 'net' ? scaled(base, taxRate, 100) : base - scaled(base, 100, 100 + taxRate)

function lineOf(amount: number, tax: number, discount: number, basis: 'gross' | 'net'): LineTotals {
  const net = basis === 'net' ? amount : amount - tax
  return { net, tax, gross: net + tax, discount }
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
