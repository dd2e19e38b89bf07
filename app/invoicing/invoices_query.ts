import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import {
  type DocumentType,
  type InvoiceItem,
  ITEM_COLUMNS,
  ITEM_TABLES,
} from '#app/invoicing/invoice'

/** `from` and `to` are days, both included; `q` a number of a document or an order. */
type Asked = { type?: DocumentType; from?: string; to?: string; q?: string }

const ORDER = 'invoices:id:desc'

/** A page of invoices and credit notes, the newest first. */
export async function invoicesQuery(asked: Asked, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const values: unknown[] = [before, limit + 1]
  const given = (value: unknown) => `$${values.push(value)}`
  const { type, from, to, q } = asked
  const conditions = [
    'i.id < $1',
    ...(type ? [`i.type = ${given(type)}`] : []),
    ...(from ? [`i.issued_on >= ${given(from)}`] : []),
    ...(to ? [`i.issued_on <= ${given(to)}`] : []),
    ...(q ? [`${given(q.toUpperCase())} in (i.number, o.number)`] : []),
  ]
  const rows = await sql<InvoiceItem>(
    `select ${ITEM_COLUMNS} from ${ITEM_TABLES} where ${conditions.join(' and ')} order by i.id desc limit $2`,
    values
  )
  return pageOf(rows, limit, ORDER)
}
