import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { currentRequestId } from '#app/platform/observability/request_id'
import type { RateTotals } from '#app/money/document_totals'
import type { Amounts, Buyer, DocumentType, InvoiceLine } from '#app/invoicing/invoice'
import type { Seller } from '#app/invoicing/seller'

export type NewLine = Omit<InvoiceLine, 'position'>

/** A document that lacks nothing but its number. */
type NewDocument = Amounts & {
  type: DocumentType
  orderId: number
  ofId: number | null
  /** `2026-11-30`, in Tunis. */
  issuedOn: string
  seller: Seller
  buyer: Buyer
  rates: RateTotals[]
  lines: NewLine[]
  reason: string | null
  requestKey: string | null
  actor: string
}

const PREFIXES: Record<DocumentType, string> = { invoice: 'FAC', credit_note: 'AV' }

/** Number, document, lines, and the event for after the commit: one statement, which waits for the counter alone. */
const WRITE = `
  with counted as (
    insert into invoice_counters as c (type, year, last) values ($1, $2, 1)
    on conflict (type, year) do update set last = c.last + 1 returning last
  ), issued as (
    insert into invoices (number, type, year, serial, order_id, of_id, issued_on, seller, buyer, rates, net, tax, gross,
      stamp, total, reason, request_key, actor)
    select format('%s-%s-%s', $3::text, $2::smallint, lpad(last::text, 6, '0')), $1, $2, last, $4, $5, $6, $7, $8, $9,
      $10, $11, $12, $13, $14, $15, $16, $17
    from counted returning id, number
  ), lines as (
    insert into invoice_lines (invoice_id, position, of_position, sku, name_fr, name_ar, quantity, unit_price, discount,
      tax_rate, net, tax, gross)
    select issued.id, nth, "ofPosition", sku, "nameFr", "nameAr", quantity, "unitPrice", discount, "taxRate", net, tax, gross
    from issued, rows from (jsonb_to_recordset($18::jsonb) as (
      "ofPosition" smallint, sku text, "nameFr" text, "nameAr" text, quantity int, "unitPrice" bigint, discount bigint,
      "taxRate" smallint, net bigint, tax bigint, gross bigint)) with ordinality as l ("ofPosition", sku, "nameFr",
      "nameAr", quantity, "unitPrice", discount, "taxRate", net, tax, gross, nth)
  ), published as (
    insert into outbox (aggregate, aggregate_id, type, payload, headers)
    select 'invoice', number, $1 || '.issued', jsonb_build_object('total', $14::bigint), $19 from issued
  )
  select number from issued`

/**
 * Gives a document the next number of its kind and year, and writes it down for good. The last thing that
 * its short transaction does: whoever issues next waits until it ends.
 */
export async function writeDocument(
  document: NewDocument,
  trx: TransactionClientContract
): Promise<string> {
  const { type, orderId, ofId, issuedOn, seller, buyer, rates, lines } = document
  const { net, tax, gross, stamp, total, reason, requestKey, actor } = document
  const requestId = currentRequestId()
  const [{ number }] = await sql<{ number: string }>(
    WRITE,
    [
      ...[type, Number(issuedOn.slice(0, 4)), PREFIXES[type], orderId, ofId, issuedOn],
      ...[seller, buyer, rates].map((value) => JSON.stringify(value)),
      ...[net, tax, gross, stamp, total, reason, requestKey, actor],
      ...[JSON.stringify(lines), JSON.stringify(requestId ? { requestId } : {})],
    ],
    trx
  )
  return number
}

/** Which day it is in Tunis. */
export async function today(trx: TransactionClientContract): Promise<string> {
  const [{ day }] = await sql<{ day: string }>('select day_in_tunis()::text as day', [], trx)
  return day
}
