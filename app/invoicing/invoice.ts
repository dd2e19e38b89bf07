import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { RateTotals } from '#app/money/document_totals'
import type { Seller } from '#app/invoicing/seller'

export const DOCUMENT_TYPES = ['invoice', 'credit_note'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** To whom; without a name, a walk-in. `taxId` is the matricule of a company. */
export type Buyer = { name: string | null; taxId: string | null; address: string | null }

/** A line as it is printed. Millimes; `unitPrice` and `discount` with tax. */
export type InvoiceLine = {
  position: number
  /** Of the invoice, for pieces that a credit note takes back. */
  ofPosition: number | null
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  unitPrice: number
  discount: number
  /** Percent. */
  taxRate: number
  net: number
  tax: number
  gross: number
}

/** What a document comes to, in millimes. `total` is with the stamp. */
export type Amounts = { net: number; tax: number; gross: number; stamp: number; total: number }

/** An invoice or a credit note without its lines. */
export type InvoiceItem = Amounts & {
  id: number
  number: string
  type: DocumentType
  orderNumber: string
  /** The invoice that a credit note takes from. */
  ofNumber: string | null
  /** `2026-11-30`, in Tunis. */
  issuedOn: string
  buyer: Buyer
  reason: string | null
  /** With tax, without stamps. */
  credited: number
}

export type Invoice = InvoiceItem & { seller: Seller; rates: RateTotals[]; lines: InvoiceLine[] }

/** The columns of an `InvoiceItem`, from `invoices i`. */
export const ITEM_COLUMNS = `
  i.id, i.number, i.type, o.number as "orderNumber", f.number as "ofNumber", i.issued_on::text as "issuedOn",
  i.buyer, i.reason, i.net, i.tax, i.gross, i.stamp, i.total,
  coalesce((select sum(c.gross) from invoices c where c.of_id = i.id), 0)::bigint as credited`

export const ITEM_TABLES = `
  invoices i join orders o on o.id = i.order_id left join invoices f on f.id = i.of_id`

const INVOICE = `
  select ${ITEM_COLUMNS}, i.seller, i.rates,
    (select json_agg(json_build_object('position', position, 'ofPosition', of_position, 'sku', sku, 'nameFr', name_fr,
       'nameAr', name_ar, 'quantity', quantity, 'unitPrice', unit_price, 'discount', discount, 'taxRate', tax_rate,
       'net', net, 'tax', tax, 'gross', gross) order by position)
     from invoice_lines l where l.invoice_id = i.id) as lines
  from ${ITEM_TABLES} where i.number = $1`

/** The document of a number; throws 404 when there is none. One statement. */
export async function invoiceOf(number: string, trx?: TransactionClientContract): Promise<Invoice> {
  const [invoice] = await sql<Invoice>(INVOICE, [number.toUpperCase()], trx)
  if (!invoice) throw notFound('invoice')
  return invoice
}

/** What was issued for an order, the first one first. */
export const invoicesOfOrder = (orderId: number, trx?: TransactionClientContract) =>
  sql<InvoiceItem>(
    `select ${ITEM_COLUMNS} from ${ITEM_TABLES} where i.order_id = $1 order by i.id`,
    [orderId],
    trx
  )

/** An invoice of which something still counts. */
export const isStanding = ({ type, gross, credited }: InvoiceItem) =>
  type === 'invoice' && (gross === 0 || credited < gross)
