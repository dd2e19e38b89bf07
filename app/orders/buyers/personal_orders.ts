import type { CustomerErased } from '#app/customers/customer_erased'
import { keepsPersonalData } from '#app/customers/personal_data'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'

/** With whom each was for; amounts in millimes. */
const ORDERS = `
  select o.number, o.placed_at as "placedAt", o.state, o.payment_state as "paymentState",
    o.delivery_state as "deliveryState", o.payment_method as "paymentMethod", o.governorate, o.total,
    (select json_agg(json_build_object('sku', sku, 'name', name_fr, 'quantity', quantity,
       'unitPrice', unit_price, 'lineTotal', line_total) order by position)
     from order_lines l where l.order_id = o.id) as items,
    (select json_build_object('fullName', full_name, 'phone', phone, 'email', email,
       'delegation', delegation, 'address', address, 'postalCode', postal_code, 'notes', notes)
     from order_contacts c where c.order_id = o.id) as contact
  from orders o where o.customer_id = $1 order by o.id`

keepsPersonalData({ key: 'orders', of: (customerId) => sql(ORDERS, [customerId]) })

/**
 * Erases whom the orders of a customer were for. Throws 409 while one is on its way: somebody still has to
 * find the door.
 */
export async function eraseContacts({ customerId, trx }: CustomerErased): Promise<void> {
  const underWay = await sql<{ number: string }>(
    `select number from orders where customer_id = $1 and state in ('placed', 'confirmed')
     order by id for update`,
    [customerId],
    trx
  )
  if (underWay.length) throw orderUnderWay(underWay.map(({ number }) => number))
  await sql(
    'delete from order_contacts where order_id in (select id from orders where customer_id = $1)',
    [customerId],
    trx
  )
}

const orderUnderWay = (orders: string[]) =>
  new Problem({
    status: 409,
    code: 'order_under_way',
    title: 'An order is still on its way',
    detail: `Complete or cancel ${orders.join(', ')} first; then the account can be erased.`,
    extra: { orders },
  })
