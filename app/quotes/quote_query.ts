import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { Quote } from '#app/quotes/quote'

/** Where a quote `q` stands now. */
export const STATE_NOW = `case when q.state = 'open' and q.expires_at <= now() then 'expired' else q.state end`

const QUOTE = `
  select q.id, q.number, ${STATE_NOW} as state, q.customer_id as "customerId", q.locale, q.promotions, q.total, q.reason,
    q.expires_at as "expiresAt", q.created_at as "createdAt",
    (select o.number from orders o where o.id = q.order_id) as "orderNumber",
    case when q.phone is not null
      then json_build_object('fullName', q.full_name, 'phone', q.phone, 'email', q.email) end as contact,
    (select concat_ws(' ', k.name, m.name, t.name)
     from vehicle_types t join vehicle_models m on m.id = t.model_id join vehicle_makes k on k.id = m.make_id
     where t.id = q.vehicle_type_id) as vehicle,
    (select json_agg(json_build_object('productId', product_id, 'sku', sku, 'nameFr', name_fr, 'nameAr', name_ar,
       'quantity', quantity, 'unitPrice', unit_price, 'taxRate', tax_rate, 'discount', discount) order by position)
     from quote_lines l where l.quote_id = q.id) as lines
  from quotes q where q.number = $1`

/** The quote of a number. One statement. Throws a 404. */
export async function quoteQuery(number: string, trx?: TransactionClientContract): Promise<Quote> {
  const [quote] = await sql<Quote>(QUOTE, [number], trx)
  if (!quote) throw notFound('quote')
  return quote
}

/** The same, which nobody else changes until `trx` ends. */
export async function lockedQuote(number: string, trx: TransactionClientContract): Promise<Quote> {
  await sql('select id from quotes where number = $1 for no key update', [number], trx)
  return quoteQuery(number, trx)
}
