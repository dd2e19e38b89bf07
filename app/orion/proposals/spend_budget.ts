import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** What open proposals may cost together, in millimes without tax; null: no cap. */
type Budget = {
  budget: number | null
  /** From one order to the next: what was accepted since counts. */
  days: number
  accepted: number
}

/** The budget of this round, and what of it is spent. */
export async function presentBudget(trx?: TransactionClientContract): Promise<Budget> {
  const [budget] = await sql<Budget>(
    `select s.budget, s.review_days as days, coalesce((
       select sum(x.quantity * x.cost) from purchase_proposals x
       where x.state = 'accepted' and x.closed_at > now() - make_interval(days => s.review_days)), 0)::bigint as accepted
     from forecast_settings s`,
    [],
    trx
  )
  return budget
}

/**
 * Marks which open proposals the budget reaches, those first without which the most sales would be missed. What is
 * dearer than what is left is passed over, so that cheaper ones still have their turn. Part of a transaction that holds
 * the open ones.
 */
export async function spendBudget(trx: TransactionClientContract): Promise<void> {
  const { budget, accepted } = await presentBudget(trx)
  const open = await sql<{ id: number; cost: number }>(
    `select id, quantity::bigint * cost as cost from purchase_proposals where state = 'open'
     order by value desc, id desc`,
    [],
    trx
  )
  let left = budget === null ? Infinity : budget - accepted
  const reached: number[] = []
  for (const { id, cost } of open) {
    if (cost > left) continue
    left -= cost
    reached.push(id)
  }
  await sql(
    `update purchase_proposals set within_budget = id = any ($1::int[])
     where state = 'open' and within_budget <> (id = any ($1::int[]))`,
    [reached],
    trx
  )
}

/** Holds the open proposals: whoever answers one at this moment has ended before the next statement looks, or waits. */
export async function holdProposals(trx: TransactionClientContract): Promise<void> {
  await sql(
    `select count(*) from (
       select from purchase_proposals where state = 'open' order by id for no key update) held`,
    [],
    trx
  )
}
