import db from '@adonisjs/lucid/services/db'
import { productRowsQuery } from '#app/catalogue/products/product_rows_query'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { customerOfPhone } from '#app/customers/customer_of_phone'
import { type Asking, type Item, quotedLines } from '#app/quotes/draw_up_quote'
import { partsOnSale } from '#app/quotes/parts_on_sale'
import { type Draft, itemsOf } from '#app/quotes/quote_draft'
import { tunisianPhone } from '#app/tunisia/phone'

const MOST_FOUND = 10

/** All that the form of a new quote shows: parts that were found, and those chosen at what this customer pays. */
export async function draftPage(draft: Draft) {
  const [known, found] = await Promise.all([customerOfPhone(draft.phone), partsFound(draft.q)])
  const parts = await partsOnSale(itemsOf(draft).map(({ sku }) => sku))
  const items = itemsOf(draft).filter(({ sku }) => parts.has(sku))
  const asking = { customerId: known?.id ?? null, groupId: known?.groupId ?? null }
  const { lines, total } = await priced(items, asking, tunisianPhone(draft.phone ?? '') ?? null)
  const chosen = lines.map((line) => ({ ...line, ...parts.get(line.sku)! }))
  return { draft, known, found, chosen, total }
}

/** Parts on sale with these words; what is there comes first. */
async function partsFound(q?: string) {
  if (!q) return []
  const filter = { q, view: 'active' as const }
  const order = { sort: 'name', order: 'asc', limit: MOST_FOUND } as const
  const { rows } = await productRowsQuery(filter, order)
  const parts = await partsOnSale(rows.map(({ sku }) => sku))
  const sold = rows
    .filter(({ sku }) => parts.has(sku))
    .map((row) => ({ ...row, free: parts.get(row.sku)!.free }))
  return [...sold.filter(({ free }) => free > 0), ...sold.filter(({ free }) => free === 0)]
}

async function priced(items: Item[], asking: Asking, phone: string | null) {
  if (items.length === 0) return { lines: [], total: 0 }
  const { lines, promotions } = await db.transaction((trx) =>
    quotedLines(items, { ...asking, phone }, trx)
  )
  const { total } = checkoutTotals({ lines, promotions, shippingPrice: null })
  return { lines, total }
}
