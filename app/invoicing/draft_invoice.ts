import { type DocumentTotals, documentTotals } from '#app/money/document_totals'
import { inBoth } from '#app/platform/text/in_both'
import type { Placed } from '#app/orders/order_event'
import { SHIPPING_TAX_RATE } from '#app/shipping/shipping_options_query'
import type { NewLine } from '#app/invoicing/write_document'

/** Under what carriage stands on an invoice. */
const CARRIAGE = 'LIVRAISON'

type Drafted = Pick<DocumentTotals, 'rates' | 'net' | 'tax' | 'gross' | 'stamp' | 'total'> & {
  lines: NewLine[]
}

/**
 * What the invoice of an order says. Pure, and by the computation of the checkout: it comes to what the
 * buyer has agreed to, and the stamp.
 */
export function draftInvoice(
  { lines, shipping }: Pick<Placed, 'lines' | 'shipping'>,
  stamp: number
): Drafted {
  const carriage = {
    ...{ sku: CARRIAGE, ...inBoth('invoices.line_carriage'), quantity: 1 },
    ...{ unitPrice: shipping, discount: 0, taxRate: SHIPPING_TAX_RATE },
  }
  const sold = shipping > 0 ? [...lines, carriage] : lines
  const { lines: totals, ...document } = documentTotals(sold, { basis: 'gross', stamp })
  return {
    ...document,
    lines: sold.map(({ sku, nameFr, nameAr, quantity, unitPrice, taxRate }, at) => ({
      ...{ ofPosition: null, sku, nameFr, nameAr, quantity, unitPrice, taxRate },
      ...totals[at],
    })),
  }
}
