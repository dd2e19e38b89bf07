import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { PromotedLine } from '#app/pricing/apply_promotions'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import type { CheckoutLine, CheckoutSession } from '#app/checkout/checkout_session'
import { incomplete } from '#app/checkout/checkout_refusals'
import { outOfStock } from '#app/checkout/stock_refusals'

type Current = {
  price: number | null
  taxRate: number
  brandId: number | null
  category: string | null
}

/** A line as it is now, with what promotions ask about it. */
export type CurrentLine = Omit<CheckoutLine, 'discount'> & PromotedLine

/** The lines at the prices of now, for a customer group or for everybody. Throws 409 for what is not sold any more. */
export async function currentLines(
  lines: CheckoutLine[],
  groupId: number | null,
  trx: TransactionClientContract
): Promise<CurrentLine[]> {
  const rows = await sql<Current>(
    `select case when l.product_id is not null then price_for(p.id, $3, w.quantity, day_in_tunis()) end as price,
       p.tax_rate as "taxRate", p.brand_id as "brandId", k.slug as category
     from unnest($1::int[], $2::int[]) with ordinality as w (product_id, quantity, nth)
     join products p on p.id = w.product_id
     left join product_listings l on l.product_id = p.id
     left join categories k on k.id = p.category_id
     order by w.nth`,
    [lines.map(({ productId }) => productId), lines.map(({ quantity }) => quantity), groupId],
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
