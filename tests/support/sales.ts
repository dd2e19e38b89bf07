import { rm } from 'node:fs/promises'
import { storagePath } from '#app/platform/files/storage'
import { sql } from '#app/platform/database/sql'
import { randomNumbers } from '#app/orion/random'
import { emptyCatalogue } from '#tests/support/catalogue'
import { emptyTables } from '#tests/support/empty_tables'

/** First day after the histories of tests: 24 months lie before it. */
export const TODAY = '2026-11-15'
const MONTHS = 24

/** Nothing that Orion has learned or forecast, and no product. */
export async function emptyOrion() {
  await emptyCatalogue()
  await sql(`update forecast_state set model_id = null, run_id = null`)
  await emptyTables(
    ...['forecast_models', 'forecast_runs', 'forecasts', 'forecast_tracks', 'forecast_scores'],
    'forecast_alarms'
  )
  await sql(`insert into forecast_state default values on conflict do nothing`)
  await rm(storagePath('models'), { recursive: true, force: true })
}

/**
 * Products `P-1` … that were known long before, each with 24 months of sales as `pieces` tells (null: none); the
 * first of them in December 2024.
 */
export async function sellingProducts(
  count: number,
  pieces: (product: number, month: number, random: number) => number
): Promise<void> {
  const random = randomNumbers(count)
  const sales = Array.from({ length: count }, (_, product) =>
    Array.from({ length: MONTHS }, (__, month) => ({
      product: product + 1,
      month,
      pieces: Math.round(pieces(product + 1, month, random())),
    }))
  ).flat()
  await sql(`insert into brands (slug, name) values ('orion', 'Orion') on conflict do nothing`)
  await sql(
    `insert into products (sku, slug, brand_id, name_fr, price, cost, status, published_at, created_at)
     select 'P-' || n, 'p-' || n, b.id, 'Pièce ' || n, 50000, 30000, 'active', now(), '2020-01-01'
     from generate_series(1, $1) n, brands b where b.slug = 'orion'`,
    [count]
  )
  await sql(
    `insert into sales_history (product_id, sold_on, quantity, unit_price, document, source)
     select p.id, ('2024-11-10'::date + make_interval(months => s.month))::date, s.pieces, 50000, 'F' || s.month, 'import'
     from jsonb_to_recordset($1) as s (product int, month int, pieces int) join products p on p.sku = 'P-' || s.product
     where s.pieces <> 0`,
    [JSON.stringify(sales)]
  )
}
