import { money } from '#app/money/money'
import { amountInFrench } from '#app/invoicing/amount_in_french'
import type { Invoice, InvoiceItem } from '#app/invoicing/invoice'
import { isDoubtful } from '#app/invoicing/tax_id'

/** An invoice or a credit note in a list. */
export const invoiceItemAnswer = (invoice: InvoiceItem) => ({
  number: invoice.number,
  type: invoice.type,
  orderNumber: invoice.orderNumber,
  creditsNumber: invoice.ofNumber,
  issuedOn: invoice.issuedOn,
  buyer: { ...invoice.buyer, isTaxIdDoubtful: isDoubtful(invoice.buyer) },
  reason: invoice.reason,
  net: money(invoice.net),
  tax: money(invoice.tax),
  stamp: money(invoice.stamp),
  total: money(invoice.total),
  credited: money(invoice.credited),
})

/** The same with all that is printed on it. */
export const invoiceAnswer = (invoice: Invoice) => ({
  ...invoiceItemAnswer(invoice),
  seller: invoice.seller,
  totalInWords: amountInFrench(invoice.total),
  rates: invoice.rates.map(({ taxRate, net, tax, gross }) => ({
    taxRate,
    ...{ net: money(net), tax: money(tax), gross: money(gross) },
  })),
  lines: invoice.lines.map((line) => ({
    ...{ sku: line.sku, name: line.nameFr, quantity: line.quantity, taxRate: line.taxRate },
    ...{ unitPrice: money(line.unitPrice), discount: money(line.discount) },
    ...{ net: money(line.net), tax: money(line.tax), gross: money(line.gross) },
  })),
})
