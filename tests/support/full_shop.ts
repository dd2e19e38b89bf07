import { seedDemoShop } from '#app/demo/seed_demo_shop'
import { emptyCatalogue } from '#tests/support/catalogue'
import { emptyTables } from '#tests/support/empty_tables'
import { createDeadJob } from '#tests/support/jobs'
import { invoicedOrder } from '#tests/support/invoices'
import { openInsight, openProposal, someForecast } from '#tests/support/orion'
import { sql } from '#app/platform/database/sql'

/** What the lists of the back office list. */
export const LISTED = [
  ...['products', 'brands', 'customers', 'suppliers', 'purchase_orders', 'orders', 'parcels'],
  ...['payments', 'invoices', 'quotes', 'leads', 'promotions', 'price_lists', 'bulk_edits'],
  ...['unmet_demand', 'price_changes', 'audit_log', 'stock_levels', 'import_runs'],
  ...['forecasts', 'insights', 'purchase_proposals', 'prospector_runs', 'remittances'],
]

/** A shop with many rows in every list. */
export async function fillShop() {
  await clearShop()
  await seedDemoShop({ products: 300, seed: 7, today: new Date() })
  await addWhatIsShort()
}

export async function clearShop() {
  await emptyTables(...LISTED)
  await emptyCatalogue()
}

/** What makes a copy of a row one of its own; `n` numbers it. */
const COPIES: Record<string, string> = {
  customers: `'id', 900000 + n, 'email', n || '@copies.test', 'phone', null`,
  purchase_orders: `'id', 900000 + n, 'number', 'BC-2030-' || n`,
  quotes: `'id', 900000 + n, 'number', 'D-2030-' || n, 'token_hash', n::text`,
  promotions: `'id', 900000 + n, 'code', 'COPY' || n`,
  price_lists: `'id', 900000 + n, 'name', 'Liste ' || n`,
  unmet_demand: `'id', 900000 + n, 'words', 'turbo ' || n`,
  remittances: `'id', 900000 + n, 'document', 'COPY-' || n`,
  invoices: `'id', 900000 + n, 'number', 'FAC-2030-' || n, 'serial', 900000 + n`,
}

async function copyRows(table: string) {
  const columns = await sql<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table]
  )
  const names = columns.map(({ name }) => name)
  await sql(
    `insert into ${table} (${names.join()}) overriding system value
     select ${names.map((name) => `r.${name}`).join()} from generate_series(1, 30) n
     cross join (select * from ${table} order by ctid limit 1) t
     cross join jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${COPIES[table]})) r`
  )
}

/** What the demo has too little of. */
async function addWhatIsShort() {
  const { forget } = await invoicedOrder()
  forget()
  for (const table of Object.keys(COPIES)) await copyRows(table)
  for (let n = 0; n < 15; n++) await openInsight()
  for (let n = 0; n < 15; n++) await openProposal()
  const [{ sku }] = await sql<{ sku: string }>('select sku from products order by id limit 1')
  await someForecast(sku)
  await sql(
    `insert into forecasts select f.run_id, p.id, f.demand_class, f.model, f.known_months, f.history, f.means, f.q50,
       f.q90, f.q95, f.q99, f.lead_model, f.lead_days, f.lead_months, f.lead_mean, f.lead_quantiles, f.facts, f.expected
     from forecasts f, products p where p.id <> f.product_id limit 30`
  )
  await sql(
    `insert into prospector_runs (state, most_asks, finished_at) select 'done', 10, now() from generate_series(1, 30)`
  )
  for (let n = 0; n < 30; n++) await createDeadJob('mail', { sealed: 'x' })
  await sql(
    `insert into bulk_edits (product_ids, change, state, actor)
     select '{}', '{"kind": "price_percent", "value": 5, "shown": "5"}', 'done', 'staff:' || n
     from generate_series(1, 30) n`
  )
  await sql('update products set price = price * 2 where id in (select id from products limit 60)')
  await sql(
    `insert into import_runs (entity, file_name, file_hash, options, state, counts, actor)
     select 'products', 'tarif.csv', 'hash-' || n, '{}', 'done', '{"created": 1, "updated": 0, "unchanged": 0, "rejected": 0, "merged": 0}', 'staff:1'
     from generate_series(1, 30) n`
  )
}
