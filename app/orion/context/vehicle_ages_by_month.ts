import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ContextAsked } from '#app/orion/context/context_asked'
import { meanAge } from '#app/orion/context/mean_age'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import { sql } from '#app/platform/database/sql'

/** Months from and until which each vehicle type was made that a product fits, the first one of the history being 0; null: still made. */
type FittedRow = { id: number; begins: number[]; ends: (number | null)[] }

/**
 * Mean age of the vehicle types that a product fits, in years: in each month of those that were made by then, each as
 * old as one from the middle of the time in which it had been made. NaN for what fits none of them; nothing when
 * nothing fits anything.
 */
export async function vehicleAgesByMonth(
  { ids, until, months }: ContextAsked,
  trx?: TransactionClientContract
): Promise<Float64Array[] | undefined> {
  const rows = await sql<FittedRow>(FITTED, [until, months, ids], trx)
  if (rows.length === 0) return undefined
  const fitted = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const { begins, ends } = fitted.get(id) ?? { begins: [], ends: [] }
    return Float64Array.from({ length: months }, (_, month) => meanAge(begins, ends, month))
  })
}

const FITTED = `
  with ${BOUNDS}, fitted as (
    select distinct product_id, vehicle_type_id from fitments where product_id = any ($3::int[])
  )
  select f.product_id as id,
    array_agg(${MONTH_OF('v.produced_from')} - ${MONTH_OF('bounds.first')} order by v.id) as begins,
    array_agg(${MONTH_OF('v.produced_to')} - ${MONTH_OF('bounds.first')} order by v.id) as ends
  from fitted f join vehicle_types v on v.id = f.vehicle_type_id cross join bounds group by 1`
