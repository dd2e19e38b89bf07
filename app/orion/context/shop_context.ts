import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ContextAsked } from '#app/orion/context/context_asked'
import { pricesByMonth } from '#app/orion/context/prices_by_month'
import { promotedByMonth } from '#app/orion/context/promoted_by_month'
import { searchesByMonth } from '#app/orion/context/searches_by_month'
import { vehicleAgesByMonth } from '#app/orion/context/vehicle_ages_by_month'
import type { Context } from '#app/orion/panel/context'
import type { ContextGroup } from '#app/orion/pool/features'
import { sql } from '#app/platform/database/sql'

/** What the groups need of the shop, each in one question whatever the number of parts; what nobody knows is absent. */
export async function shopContext(
  groups: ContextGroup[],
  asked: ContextAsked,
  trx?: TransactionClientContract
): Promise<Context> {
  const context: Context = {}
  if (groups.includes('category')) context.categories = await categoriesOf(asked.ids, trx)
  if (groups.includes('price')) context.prices = await pricesByMonth(asked, trx)
  if (groups.includes('promotion')) context.promoted = await promotedByMonth(asked, trx)
  if (groups.includes('searches')) context.searches = await searchesByMonth(asked, trx)
  if (groups.includes('vehicleAge')) context.vehicleAges = await vehicleAgesByMonth(asked, trx)
  return context
}

async function categoriesOf(ids: number[], trx?: TransactionClientContract): Promise<Int32Array> {
  const rows = await sql<{ id: number; category: number }>(
    'select id, coalesce(category_id, 0) as category from products where id = any ($1::int[])',
    [ids],
    trx
  )
  const categoryOf = new Map(rows.map(({ id, category }) => [id, category]))
  return Int32Array.from(ids, (id) => categoryOf.get(id) ?? 0)
}
