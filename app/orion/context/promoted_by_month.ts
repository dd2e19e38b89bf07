import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ContextAsked } from '#app/orion/context/context_asked'
import { marksByMonth } from '#app/orion/marks_query'

/** Pieces of each month that were sold under a promotion as far as that could be told at the time; nothing when none ever was. */
export async function promotedByMonth(
  { ids, until, months }: ContextAsked,
  trx?: TransactionClientContract
): Promise<Float64Array[] | undefined> {
  const marks = await marksByMonth(until, months, { hindsight: false, trx })
  const promoted = ids.map((id) => marks.get(id)?.promoted ?? new Float64Array(months))
  return promoted.some((of) => of.some((pieces) => pieces > 0)) ? promoted : undefined
}
