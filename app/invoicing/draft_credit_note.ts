import { apportion } from '#app/money/apportion'
import type { RateTotals } from '#app/money/document_totals'
import { scaled } from '#app/money/scaled'
import { inBoth } from '#app/platform/text/in_both'
import { creditTooMuch } from '#app/invoicing/invoicing_refusals'
import type { Invoice } from '#app/invoicing/invoice'
import type { NewLine } from '#app/invoicing/write_document'

/** What is to be credited: these pieces, so much (millimes, with tax), or without both all that is left. */
export type CreditWish = { lines?: { sku: string; quantity: number }[]; amount?: number }

/** What credit notes have taken from an invoice already. */
export type Credited = {
  rates: { taxRate: number; gross: number; tax: number }[]
  pieces: { position: number; quantity: number }[]
}

type Wanted = Omit<NewLine, 'net' | 'tax'>

/**
 * The lines of a credit note and what they come to. Pure. The tax of a rate follows what was credited of it
 * altogether, so many small credits take back exactly what was invoiced. Throws 409 for more than is left.
 */
export function draftCreditNote(invoice: Invoice, credited: Credited, wish: CreditWish) {
  const wanted = wish.lines?.length
    ? piecesOf(invoice, credited, wish.lines)
    : shareOf(invoice, credited, wish.amount)
  const groups = invoice.rates.flatMap((rate) => {
    const lines = wanted.filter(({ taxRate }) => taxRate === rate.taxRate)
    return lines.length ? [taxed(rate, beforeOf(credited, rate), lines)] : []
  })
  const rates = groups.map(({ rate }) => rate)
  const sum = (of: 'net' | 'tax' | 'gross') => rates.reduce((total, rate) => total + rate[of], 0)
  return {
    ...{ rates, lines: groups.flatMap(({ lines }) => lines) },
    ...{ net: sum('net'), tax: sum('tax'), gross: sum('gross') },
  }
}

/** Pieces that came back, at what was paid for them; the last one takes what rounding has left. */
function piecesOf(invoice: Invoice, credited: Credited, wish: { sku: string; quantity: number }[]) {
  const quantities = new Map<string, number>()
  for (const { sku, quantity } of wish) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity)
  return [...quantities].map(([sku, quantity]): Wanted => {
    const line = invoice.lines.find((candidate) => candidate.sku === sku)
    const before =
      credited.pieces.find(({ position }) => position === line?.position)?.quantity ?? 0
    const left = (line?.quantity ?? 0) - before
    if (!line || quantity > left) throw creditTooMuch(`${sku}: ${left} pieces can be credited`)
    const upTo = (pieces: number) => scaled(line.gross, pieces, line.quantity)
    const gross = upTo(before + quantity) - upTo(before)
    const { nameFr, nameAr, unitPrice, taxRate, position } = line
    const discount = unitPrice * quantity - gross
    return {
      ofPosition: position,
      sku,
      nameFr,
      nameAr,
      quantity,
      unitPrice,
      discount,
      taxRate,
      gross,
    }
  })
}

/** An amount without pieces: a line for each rate, in proportion to what is left of it. */
function shareOf(invoice: Invoice, credited: Credited, amount?: number): Wanted[] {
  const left = invoice.rates.map((rate) => rate.gross - beforeOf(credited, rate).gross)
  const all = left.reduce((sum, gross) => sum + gross, 0)
  const given = amount ?? all
  if (given > all || given <= 0) throw creditTooMuch(`${all} millimes can be credited`)
  return apportion(given, left).flatMap((gross, at) => {
    const { taxRate } = invoice.rates[at]
    const name = inBoth('invoices.line_credit', { number: invoice.number })
    const line = { ofPosition: null, sku: 'AVOIR', ...name, quantity: 1, unitPrice: gross }
    return gross > 0 ? [{ ...line, discount: 0, taxRate, gross }] : []
  })
}

const beforeOf = ({ rates }: Credited, { taxRate }: { taxRate: number }) =>
  rates.find((rate) => rate.taxRate === taxRate) ?? { taxRate, gross: 0, tax: 0 }

function taxed(invoiced: RateTotals, before: { gross: number; tax: number }, wanted: Wanted[]) {
  const gross = wanted.reduce((sum, line) => sum + line.gross, 0)
  const left = invoiced.gross - before.gross
  if (gross > left) throw creditTooMuch(`${left} millimes at ${invoiced.taxRate} % can be credited`)
  const tax = gross && scaled(invoiced.tax, before.gross + gross, invoiced.gross) - before.tax
  const shares = apportion(
    tax,
    wanted.map((line) => line.gross)
  )
  return {
    rate: { taxRate: invoiced.taxRate, net: gross - tax, tax, gross },
    lines: wanted.map((line, at) => ({ ...line, tax: shares[at], net: line.gross - shares[at] })),
  }
}
