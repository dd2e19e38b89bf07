import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { PromotedLine } from '#app/pricing/apply_promotions'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import type { CheckoutLine, CheckoutSession } from '#app/checkout/checkout_session'
import { incomplete } from '#app/checkout/checkout_refusals'
import { outOfStock } from '#app/inventory/stock_refusals'

type Current = {
  price: number | null
  taxRate: number
  brandId: number | null
  category: string | null
}

/** A line as it is now, with what promotions ask about it. */
export type CurrentLine = Omit<CheckoutLine, 'discount'> & PromotedLine

/**
 * The lines at the prices of now, for a customer group or for everybody.
 * Throws 409 for what is not sold any more. They are asked for as a document: how many there are is then the same
 * guess every time, and PostgreSQL keeps its plan.
 */
export async function currentLines(
  lines: CheckoutLine[],
  groupId: number | null,
  trx: TransactionClientContract
): Promise<CurrentLine[]> {
  const rows = await sql<Current>(
    `select case when l.product_id is not null then price_for(p.id, $2, w.quantity, day_in_tunis()) end as price,
       p.tax_rate as "taxRate", p.brand_id as "brandId", k.slug as category
     from rows from (jsonb_to_recordset($1) as ("productId" int, quantity int))
       with ordinality as w ("productId", quantity, nth)
     join products p on p.id = w."productId"
     left join product_listings l on l.product_id = p.id
     left join categories k on k.id = p.category_id
     order by w.nth`,
    [JSON.stringify(lines), groupId],
    trx
  )
  const gone = lines.filter((_, index) => rows[index].price === null)
  if (gone.length) {
    throw outOfStock(gone.map(({ sku, quantity }) => ({ sku, quantity, available: 0 })))
  }
  return lines.map((line, index) => ({
    ...line,
    unitPrice: rows[index].price!,
    taxRate: rows[index].taxRate,
    brandId: rows[index].brandId,
    category: rows[index].category,
  }))
}

/** What the chosen shipping costs now. Throws 409 when it is not offered any more. */
export async function currentShipping(
  { address, shippingOption }: CheckoutSession,
  trx: TransactionClientContract
): Promise<number> {
  const options = await shippingOptionsQuery(address!.governorate, trx)
  const chosen = options.find(({ code }) => code === shippingOption)
  if (!chosen) throw incomplete(['shipping-option'])
  return chosen.price
}
