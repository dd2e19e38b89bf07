import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import env from '#start/env'
import type { CheckoutLine } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { currentLines } from '#app/checkout/current_prices'
import { promotedLines } from '#app/checkout/promoted_lines'
import { missingOf } from '#app/inventory/stock_refusals'
import { reserveStock } from '#app/inventory/reservations'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { invalid } from '#app/platform/http/invalid'
import { Problem } from '#app/platform/http/problem'
import type { Applied } from '#app/pricing/apply_promotions'
import { offersOfStranger, offersQuery } from '#app/pricing/offers_query'
import { expectPacks } from '#app/quotes/expect_packs'
import { holderOfQuote, type QuoteContact } from '#app/quotes/quote'

export type Item = { sku: string; quantity: number }

/** Who asks: a customer, or nobody we know by name; `isAtDesk` when staff write for somebody they speak to. */
export type Asking = { customerId: number | null; groupId: number | null; isAtDesk?: boolean }

export type Wish = { items: Item[]; vehicle?: number; contact: QuoteContact; locale: Locale }

/** Nobody empties the shelves by asking: so many quotes of one telephone are open at once. */
const MOST_OPEN = 3

/** How long its pieces are held. */
const quoteMinutes = () => (env.get('QUOTE_HOURS') ?? 2) * 60

/**
 * Draws up a quote at the prices of now and holds its pieces. Returns its number. Throws 422 for parts that
 * nobody sells, 409 for what cannot be had, or not in this quantity, and for a telephone with too many open quotes.
 */
export const drawUpQuote = (wish: Wish, by: Asking, acting: Acting): Promise<string> =>
  db.transaction(async (trx) => {
    await actAs(trx, acting)
    if (!by.isAtDesk) await expectFew(wish.contact.phone, trx)
    const { phone } = wish.contact
    const { lines, promotions } = await quotedLines(wish.items, { ...by, phone }, trx)
    // Whoever stands behind the counter may open a pack.
    if (!by.isAtDesk) await expectPacks(lines, trx)
    const number = await write({ ...wish, lines, promotions }, by.customerId, trx)
    const missing = await reserveStock(holderOfQuote(number), lines, quoteMinutes(), trx)
    if (missing.length) throw missingOf(missing, lines)
    return number
  })

/**
 * What parts cost somebody now, with the promotions that come by themselves: what everybody gets once
 * is not for somebody of whom nobody could know. Throws 422 and 409 as a quote does.
 */
export async function quotedLines(
  items: Item[],
  { customerId, groupId, phone }: Asking & { phone: string | null },
  trx: TransactionClientContract
): Promise<{ lines: CheckoutLine[]; promotions: Applied[] }> {
  const present = await currentLines(await linesOf(items, trx), groupId, trx)
  const bidder = { customerId, groupId, phone, couponId: null }
  const isKnown = customerId !== null || phone !== null
  return promotedLines(
    present,
    isKnown ? await offersQuery(bidder, trx) : await offersOfStranger(trx)
  )
}

/** Two at the same moment take turns. */
async function expectFew(phone: string, trx: TransactionClientContract) {
  await sql(`select pg_advisory_xact_lock(hashtext('quotes of ' || $1))`, [phone], trx)
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from quotes where phone = $1 and state = 'open' and expires_at > now()`,
    [phone],
    trx
  )
  if (count >= MOST_OPEN) throw tooManyOpen()
}

/** Lines of products, each product once, in the order in which they were asked for. */
async function linesOf(items: Item[], trx: TransactionClientContract): Promise<CheckoutLine[]> {
  const pieces = new Map<string, number>()
  for (const { sku, quantity } of items) pieces.set(sku, (pieces.get(sku) ?? 0) + quantity)
  const rows = await sql<Omit<CheckoutLine, 'quantity' | 'unitPrice' | 'discount'>>(
    `select id as "productId", sku, name_fr as "nameFr", name_ar as "nameAr", tax_rate as "taxRate"
     from products where sku = any ($1::text[])`,
    [[...pieces.keys()]],
    trx
  )
  const known = new Map(rows.map((row) => [row.sku, row]))
  const unknown = items.findIndex(({ sku }) => !known.has(sku))
  if (unknown >= 0) throw invalid(`items.${unknown}.sku`, 'exists', 'No part has this SKU')
  return [...pieces].map(([sku, quantity]) => ({
    ...{ ...known.get(sku)!, quantity, unitPrice: 0, discount: 0 },
  }))
}

type Drawn = Wish & { lines: CheckoutLine[]; promotions: Applied[] }

async function write(
  { lines, promotions, vehicle, contact, locale }: Drawn,
  customerId: number | null,
  trx: TransactionClientContract
): Promise<string> {
  const { total } = checkoutTotals({ lines, promotions, shippingPrice: null })
  const [{ number }] = await sql<{ number: string }>(
    `with quote as (
       insert into quotes (customer_id, full_name, phone, email, vehicle_type_id, locale, promotions, total, expires_at)
       values ($1, $2, $3, $4, (select id from vehicle_types where id = $5), $6, $7, $8, now() + $9 * interval '1 minute')
       returning id, number
     ), lines as (
       insert into quote_lines (quote_id, position, product_id, sku, name_fr, name_ar, quantity, unit_price, tax_rate, discount)
       select quote.id, l.nth, "productId", sku, "nameFr", "nameAr", quantity, "unitPrice", "taxRate", discount
       from quote, rows from (jsonb_to_recordset($10::jsonb) as ("productId" int, sku text, "nameFr" text, "nameAr" text,
         quantity int, "unitPrice" bigint, "taxRate" smallint, discount bigint)) with ordinality
         as l ("productId", sku, "nameFr", "nameAr", quantity, "unitPrice", "taxRate", discount, nth)
     )
     select number from quote`,
    [
      ...[customerId, contact.fullName, contact.phone, contact.email, vehicle ?? null],
      ...[locale, JSON.stringify(promotions), total, quoteMinutes(), JSON.stringify(lines)],
    ],
    trx
  )
  return number
}

const tooManyOpen = () =>
  new Problem({
    status: 409,
    code: 'too_many_quotes',
    title: 'Too many quotes are open',
    detail: `${MOST_OPEN} quotes of this telephone are open already. Accept one, or wait until one has expired.`,
  })
