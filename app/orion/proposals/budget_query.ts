import { presentBudget } from '#app/orion/proposals/spend_budget'
import { sql } from '#app/platform/database/sql'

type Sum = { count: number; cost: number }

/** The budget of this round and what open proposals want of it, in millimes without tax; undefined without a budget. */
export async function budgetQuery() {
  const [{ budget, days, accepted }, sums] = await Promise.all([
    presentBudget(),
    sql<Sum & { isWithin: boolean }>(
      `select within_budget as "isWithin", count(*)::int as count, sum(quantity * cost)::bigint as cost
       from purchase_proposals where state = 'open' group by 1`
    ),
  ])
  if (budget === null) return undefined
  const sumOf = (within: boolean): Sum => {
    const { count, cost } = sums.find(({ isWithin }) => isWithin === within) ?? NOTHING
    return { count, cost }
  }
  return { budget, days, accepted, within: sumOf(true), beyond: sumOf(false) }
}

const NOTHING: Sum = { count: 0, cost: 0 }
