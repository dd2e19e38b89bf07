import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { PromotedLine } from '#app/pricing/apply_promotions'
import type { CheckoutLine } from '#app/checkout/checkout_session'
import { outOfStock } from '#app/inventory/stock_refusals'

/** What is true of the product of a line now. */
export type Present = {
  price: number | null
  taxRate: number
  brandId: number | null
  category: string | null
}

/** A line as it is now, with what promotions ask about it. */
export type CurrentLine = Omit<CheckoutLine, 'discount'> & PromotedLine

/**
 * Selects what is true now of lines, in their order, for a customer group or for everybody. They are a document: how
 * many there are is then the same guess every time, and PostgreSQL keeps its plan.
 */
export const presentOf = ({ lines, group }: { lines: string; group: string }) => `
  select case when l.product_id is not null then price_for(p.id, ${group}, w.quantity, day_in_tunis()) end as price,
    p.tax_rate as "taxRate", p.brand_id as "brandId", k.slug as category
  from rows from (jsonb_to_recordset(${lines}) as ("productId" int, quantity int))
    with ordinality as w ("productId", quantity, nth)
  join products p on p.id = w."productId"
  left join product_listings l on l.product_id = p.id
  left join categories k on k.id = p.category_id
  order by w.nth`

const PRESENT = presentOf({ lines: '$1', group: '$2' })

/** The lines at the prices of now. Throws 409 for what is not sold any more. */
export async function currentLines(
  lines: CheckoutLine[],
  groupId: number | null,
  trx: TransactionClientContract
): Promise<CurrentLine[]> {
  return atPresent(lines, await sql<Present>(PRESENT, [JSON.stringify(lines), groupId], trx))
}

/** The same of lines about which it is known what is true now. */
export function atPresent(lines: CheckoutLine[], present: Present[]): CurrentLine[] {
  const gone = lines.filter((_, index) => present[index].price === null)
  if (gone.length) {
    throw outOfStock(gone.map(({ sku, quantity }) => ({ sku, quantity, available: 0 })))
  }
  return lines.map((line, index) => {
    const { price, ...now } = present[index]
    return { ...line, ...now, unitPrice: price! }
  })
}
