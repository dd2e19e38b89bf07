import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Importers of the Tunisian market; invented. */
export const SUPPLIERS = [
  { name: 'Sfax Import Pièces', phone: '+216 74 000 001', days: 4, minimum: 300_000 },
  { name: 'Comptoir Auto du Sahel', phone: '+216 73 000 002', days: 3, minimum: 150_000 },
  { name: 'Méditerranée Distribution', phone: '+216 71 000 003', days: 12, minimum: 1_000_000 },
]

/** Those whose numbers the parts have, each with what it asks for them: what they cost. */
export async function writeSuppliers(trx: TransactionClientContract): Promise<void> {
  await sql(
    `insert into suppliers (name, phone, lead_days, minimum_order)
     select name, phone, days, minimum
     from jsonb_to_recordset($1) as s (name text, phone text, days smallint, minimum bigint)
     on conflict do nothing`,
    [JSON.stringify(SUPPLIERS)],
    trx
  )
  await sql(
    `insert into supplier_offers (supplier_id, product_id, reference, cost, pack)
     select distinct on (s.id, p.id) s.id, p.id, n.number, p.cost, case when p.cost < 20000 then 10 else 1 end
     from part_numbers n join suppliers s on s.name = n.owner join products p on p.id = n.product_id
     where n.kind = 'supplier' and p.cost is not null order by s.id, p.id, n.number`,
    [],
    trx
  )
}
