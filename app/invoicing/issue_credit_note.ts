import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { fiscalStamp } from '#app/money/fiscal_stamp'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { lockedOrder } from '#app/orders/order_query'
import { type Credited, type CreditWish, draftCreditNote } from '#app/invoicing/draft_credit_note'
import { type Invoice, invoiceOf } from '#app/invoicing/invoice'
import { notAnInvoice } from '#app/invoicing/invoicing_refusals'
import { theSeller } from '#app/invoicing/seller'
import { today, writeDocument } from '#app/invoicing/write_document'

/** `key` is the same when a form is sent again: it credits once. */
type Wish = CreditWish & { reason: string; key?: string }

/**
 * Credits pieces, an amount, or all that is left of an invoice. Throws 404 for an unknown number, 409 for
 * a credit note or for more than is left.
 * @param kept what the same commit is to hold besides, such as the answer
 */
export async function issueCreditNote(
  number: string,
  wish: Wish,
  acting: Acting,
  kept: (note: Invoice, trx: TransactionClientContract) => Promise<unknown> = async () => {}
): Promise<void> {
  const { orderNumber } = await invoiceOf(number)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedOrder(orderNumber, trx)
    const invoice = await invoiceOf(number, trx)
    if (invoice.type !== 'invoice') throw notAnInvoice(number)
    const known = wish.key && (await numberOfKey(invoice, wish.key, trx))
    const issued = known || (await write(invoice, wish, order.id, acting, trx))
    await kept(await invoiceOf(issued, trx), trx)
  })
}

async function write(
  invoice: Invoice,
  wish: Wish,
  orderId: number,
  { actor }: Acting,
  trx: TransactionClientContract
): Promise<string> {
  const draft = draftCreditNote(invoice, await creditedOf(invoice, trx), wish)
  const issuedOn = await today(trx)
  const stamp = fiscalStamp(issuedOn)
  const whose = { orderId, ofId: invoice.id, issuedOn, seller: theSeller(), buyer: invoice.buyer }
  const why = { reason: wish.reason, requestKey: wish.key ?? null, actor }
  const amounts = { ...draft, stamp, total: draft.gross + stamp }
  return writeDocument({ type: 'credit_note', ...amounts, ...whose, ...why }, trx)
}

const CREDITED = `
  with gone as (select l.* from invoice_lines l join invoices c on c.id = l.invoice_id where c.of_id = $1)
  select
    (select coalesce(json_agg(r), '[]') from (
       select tax_rate as "taxRate", sum(gross)::bigint as gross, sum(tax)::bigint as tax from gone group by 1) r) as rates,
    (select coalesce(json_agg(p), '[]') from (
       select of_position as position, sum(quantity)::int as quantity from gone
       where of_position is not null group by 1) p) as pieces`

async function creditedOf({ id }: Invoice, trx: TransactionClientContract): Promise<Credited> {
  const [credited] = await sql<Credited>(CREDITED, [id], trx)
  return credited
}

async function numberOfKey({ id }: Invoice, key: string, trx: TransactionClientContract) {
  const [known] = await sql<{ number: string }>(
    'select number from invoices where of_id = $1 and request_key = $2',
    [id, key],
    trx
  )
  return known?.number
}
