import i18nManager from '@adonisjs/i18n/services/main'
import { dinars } from '#app/money/dinars'
import { scaled } from '#app/money/scaled'
import { day } from '#app/platform/views/moments'
import { wholeNumber } from '#app/platform/views/numbers'
import { amountInFrench } from '#app/invoicing/amount_in_french'
import type { Invoice } from '#app/invoicing/invoice'
import {
  type Cell,
  type Column,
  gap,
  line,
  type Paper,
  printed,
  table,
  tableRow,
} from '#app/invoicing/paper'

/**
 * A document on paper, in French as accountants here keep them; what was typed in Arabic stays Arabic. The same
 * document is the same bytes, always.
 */
export function invoicePdf(invoice: Invoice): Promise<Buffer> {
  const { number: title, seller, issuedOn } = invoice
  const createdAt = new Date(`${issuedOn}T00:00:00Z`)
  return printed({ title, author: seller.name, createdAt }, (paper) => write(paper, invoice))
}

const words = (key: string) => i18nManager.locale('fr').t(`invoices.${key}`)

function write(paper: Paper, invoice: Invoice) {
  head(paper, invoice)
  buyer(paper, invoice)
  table(paper, invoice.lines, lineColumns())
  gap(paper)
  table(paper, invoice.rates, rateColumns())
  gap(paper)
  sums(paper, invoice)
  gap(paper)
  line(paper, `${words(`words_${invoice.type}`)} ${amountInFrench(invoice.total)}.`)
}

function head(paper: Paper, { seller, ...invoice }: Invoice) {
  line(paper, `${words(`type_${invoice.type}`)} ${invoice.number}`, { size: 15, isBold: true })
  line(paper, `${words('day')} : ${day(new Date(invoice.issuedOn))}`)
  line(paper, `${words('order')} : ${invoice.orderNumber}`)
  if (invoice.ofNumber) line(paper, `${words('credits')} : ${invoice.ofNumber}`)
  gap(paper)
  line(paper, seller.name, { isBold: true })
  line(paper, seller.address)
  line(paper, `${words('tax_id')} : ${seller.taxId}`)
  if (seller.register) line(paper, `${words('register')} : ${seller.register}`)
  if (seller.phone) line(paper, `${words('phone')} : ${seller.phone}`)
  gap(paper)
}

function buyer(paper: Paper, { buyer: { name, address, taxId }, reason }: Invoice) {
  line(paper, `${words('buyer')} :`)
  line(paper, name ?? i18nManager.locale('fr').t('orders.walk_in'), { isBold: true })
  if (address) line(paper, address)
  if (taxId) line(paper, `${words('tax_id')} : ${taxId}`)
  if (reason) {
    line(paper, `${words('reason')} :`)
    line(paper, reason)
  }
  gap(paper)
}

const lineColumns = (): Column<Invoice['lines'][number]>[] => [
  { width: 0.36, name: words('line'), of: ({ nameFr, sku }) => `${nameFr} (${sku})` },
  { width: 0.06, name: words('quantity'), of: ({ quantity }) => wholeNumber(quantity) },
  {
    width: 0.13,
    name: words('unit_net'),
    of: ({ unitPrice, taxRate }) => dinars(scaled(unitPrice, 100, 100 + taxRate)),
  },
  {
    width: 0.13,
    name: words('discount'),
    of: ({ discount }) => (discount ? dinars(discount) : ''),
  },
  { width: 0.06, name: words('rate'), of: ({ taxRate }) => `${taxRate} %` },
  { width: 0.13, name: words('net'), of: ({ net }) => dinars(net) },
  { width: 0.13, name: words('gross'), of: ({ gross }) => dinars(gross) },
]

const rateColumns = (): Column<Invoice['rates'][number]>[] => [
  { width: 0.36, name: words('rate'), of: ({ taxRate }) => `${taxRate} %` },
  { width: 0.2, name: words('base'), of: ({ net }) => dinars(net) },
  { width: 0.2, name: words('tax'), of: ({ tax }) => dinars(tax) },
]

function sums(paper: Paper, invoice: Invoice) {
  const unit = i18nManager.locale('fr').t('money.unit')
  const amounts = [
    [words('net_total'), dinars(invoice.net)],
    [words('tax_total'), dinars(invoice.tax)],
    [words('gross_total'), dinars(invoice.gross)],
    [words('stamp'), dinars(invoice.stamp)],
  ]
  for (const [name, amount] of amounts) tableRow(paper, sum(name, amount))
  const toPay = sum(words(`to_pay_${invoice.type}`), `${dinars(invoice.total)} ${unit}`)
  tableRow(paper, toPay, { isBold: true })
}

const sum = (name: string, amount: string): Cell[] => [
  { width: 0.36, text: name },
  { width: 0.24, text: amount },
]
