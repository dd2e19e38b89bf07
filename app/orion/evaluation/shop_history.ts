import type { History } from '#app/orion/evaluation/read_history'
import { unpackPanel } from '#app/orion/panel/packed_panel'
import { shopPanel } from '#app/orion/training/shop_panel'
import { sql } from '#app/platform/database/sql'

/**
 * What the shop itself has sold before the month of `today` (ISO day), month by month and by SKU, as its forecasts see
 * it. Needs the database. Throws `NothingToLearn`.
 */
export async function shopHistory(today: string): Promise<History> {
  const { panel } = await shopPanel(today)
  const { season, values } = unpackPanel(panel)
  const skus = await sql<{ id: number; sku: string }>(
    'select id, sku from products where id = any ($1::int[])',
    [panel.ids.map(Number)]
  )
  const skuOf = new Map(skus.map(({ id, sku }) => [String(id), sku]))
  return { ids: panel.ids.map((id) => skuOf.get(id) ?? id), values, season, besideRelatives: true }
}
