import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SHELF } from '#app/orion/insights/shelf'
import { LEVELS } from '#app/orion/models/levels'
import { holdProposals, spendBudget } from '#app/orion/proposals/spend_budget'
import { sql } from '#app/platform/database/sql'

/** What was declined is not proposed again so soon. */
const QUIET_DAYS = 30

/**
 * Proposes what to buy by the forecasts of a run, in its transaction: up to the quantile of the lead time at the
 * service level of the part's class, less what is there and coming, in packs and at least the minimum of whoever asks
 * least. Open proposals are brought up to date, what is not needed any more lapses; the budget is spent anew.
 */
export async function refreshProposals(run: number, trx: TransactionClientContract): Promise<void> {
  await holdProposals(trx)
  await sql(REFRESH, [run, [...LEVELS]], trx)
  await spendBudget(trx)
}

const NEEDED = `
  turnover as (
    select *, sum(yearly) over (order by yearly desc, product_id) - yearly as before, sum(yearly) over () as total
    from (select *, coalesce(average, 0) * 12 * price as yearly from parts) p
  ), classed as (
    -- A: what makes the first 80 % of the turnover, B: up to 95 %, C: the rest.
    select *, case when before < 0.8 * total then 'A' when before < 0.95 * total then 'B' else 'C' end as class
    from turnover
  ), levelled as (
    select c.*, l.level,
      lead_quantiles[(select min(n) from unnest($2::real[]) with ordinality as t (at, n) where at >= l.level - 1e-6)] as up_to
    from classed c cross join forecast_settings s
    cross join lateral (select case class when 'A' then s.level_a when 'B' then s.level_b else s.level_c end as level) l
  ), needed as (
    select l.*, o.supplier_id, o.cost as asked, o.pack, o.minimum, l.up_to - (l.available + l.incoming) as missing,
      (ceil(greatest(o.minimum, l.up_to - (l.available + l.incoming)) / o.pack::numeric) * o.pack)::int as quantity
    from levelled l
    join lateral (
      select o.supplier_id, o.cost, o.pack, o.minimum
      from supplier_offers o join suppliers u on u.id = o.supplier_id and u.active
      where o.product_id = l.product_id order by o.cost, o.id limit 1) o on true
    where l.up_to - (l.available + l.incoming) >= 1 and not exists (
      select from purchase_proposals d where d.product_id = l.product_id and d.state = 'declined'
        and d.closed_at > now() - interval '${QUIET_DAYS} days')
  ), ranked as (
    select n.*, round(n.missing * n.price)::bigint as value from needed n
  )`

const REFRESH = `
  with ${SHELF}, ${NEEDED}, lapsed as (
    update purchase_proposals i set state = 'lapsed', closed_at = now(), updated_at = now()
    where state = 'open' and not exists (select from ranked r where r.product_id = i.product_id)
  )
  insert into purchase_proposals (product_id, supplier_id, quantity, cost, value, arithmetic)
  select r.product_id, r.supplier_id, r.quantity, r.asked, r.value,
    jsonb_build_object('class', r.class, 'level', r.level, 'upTo', r.up_to, 'available', r.available,
      'incoming', r.incoming, 'missing', r.missing, 'pack', r.pack, 'minimum', r.minimum, 'leadDays', r.lead_days,
      'price', r.price)
  from ranked r order by r.value desc, r.product_id
  on conflict (product_id) where state = 'open' do update set supplier_id = excluded.supplier_id,
    quantity = excluded.quantity, cost = excluded.cost, value = excluded.value,
    arithmetic = excluded.arithmetic, updated_at = now()`
