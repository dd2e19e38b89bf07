import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CheckoutLine } from '#app/checkout/checkout_session'
import { notForSale } from '#app/edits/edit_refusals'
import type { KeptOrder } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import type { PromotedLine } from '#app/pricing/apply_promotions'

type Wanted = { sku: string; quantity: number }

/** A line with what promotions ask about it. */
type EditedLine = Omit<CheckoutLine, 'discount'> & PromotedLine

type Known = Omit<EditedLine, 'quantity' | 'unitPrice'> & { price: number | null }

/** Of lines that stay, and of what is new with its price of today for whoever bought. */
const PRODUCTS = `
  select p.id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", p.tax_rate as "taxRate",
    p.brand_id as "brandId", k.slug as category,
    case when l.product_id is not null then price_for(p.id, u.customer_group_id, w.quantity, day_in_tunis()) end as price
  from products p
  left join jsonb_to_recordset($3) as w (sku text, quantity int) on w.sku = p.sku
  left join product_listings l on l.product_id = p.id
  left join categories k on k.id = p.category_id
  left join customers u on u.id = $4
  where p.id = any ($1) or p.sku = any ($2)`

/**
 * The lines that are wanted, in their order: one that the order has keeps its price, names and tax, one that
 * is new costs what it costs today. Throws 422 for a new one that is not for sale.
 */
export async function editedLines(
  { lines, customerId }: KeptOrder,
  wanted: Wanted[],
  trx: TransactionClientContract
): Promise<EditedLine[]> {
  const products = await sql<Known>(
    PRODUCTS,
    [
      lines.map(({ productId }) => productId),
      wanted.map(({ sku }) => sku),
      JSON.stringify(wanted),
      customerId,
    ],
    trx
  )
  return wanted.map(({ sku, quantity }) => {
    const line = lines.find((one) => one.sku === sku)
    const product = products.find((one) =>
      line ? one.productId === line.productId : one.sku === sku
    )
    if (!product || (!line && product.price === null)) throw notForSale(sku)
    const { price, ...known } = product
    const { lineTotal, discount, ...kept } = line ?? {
      ...known,
      unitPrice: price!,
      lineTotal: 0,
      discount: 0,
    }
    return { ...known, ...kept, quantity }
  })
}
