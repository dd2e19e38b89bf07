import { keepsPersonalData } from '#app/customers/personal_data'
import { sql } from '#app/platform/database/sql'

/**
 * Amounts in millimes. They are told and not erased: the law has a shop keep its invoices for ten years, as they
 * were issued.
 */
const INVOICES = `
  select i.number, i.type, i.issued_on::text as "issuedOn", i.buyer, i.total
  from invoices i join orders o on o.id = i.order_id where o.customer_id = $1 order by i.id`

keepsPersonalData({ key: 'invoices', of: (customerId) => sql(INVOICES, [customerId]) })
