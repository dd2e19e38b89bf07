import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { EMPTY_SHELVES } from '#app/orion/empty_shelves'
import { HEIRS } from '#app/orion/heirs'
import { ELASTIC, PRICE_STEP } from '#app/orion/insights/elasticity'
import { SHELF } from '#app/orion/insights/shelf'
import { levelAt } from '#app/orion/models/levels'
import { sql } from '#app/platform/database/sql'

/** Nobody is told again so soon of what was done or dismissed. */
const QUIET_DAYS = 30

/**
 * Reckons what follows from the forecasts of a run, in its transaction (which reads what others commit): open insights get the new figures, what is
 * not so any more lapses, and nothing is there twice.
 */
export async function refreshInsights(run: number, trx: TransactionClientContract): Promise<void> {
  await sql(HOLD, [], trx)
  await sql(REFRESH, [run, levelAt(0.95) + 1], trx)
}

/** Whoever closes one at this moment has ended before the next statement looks, or waits: it is not found anew. */
const HOLD = `
  select count(*) from (select from insights where status = 'open' order by id for no key update) held`

/**
 * Each rule with its figures and the millimes at stake (docs/orion.md). The simple rule for restocking, demand above
 * one and a half times the stock, stands beside the one of the quantile.
 */
const FOUND = `
  found as (
    -- Free and coming pieces do not last for the lead time in 95 of 100 cases.
    select product_id, 'restock' as kind,
      round(greatest(lead_quantiles[$2], ceil(lead_mean)) - (available + incoming)) * price as value,
      json_build_object('q95', lead_quantiles[$2], 'expected', lead_mean, 'available', available, 'incoming', incoming,
        'leadDays', lead_days, 'missing', greatest(lead_quantiles[$2], ceil(lead_mean)) - (available + incoming),
        'price', price, 'simpleRule', lead_mean > available * 1.5,
        'quantileRule', available + incoming < lead_quantiles[$2]) as arithmetic
    from parts
    where greatest(lead_quantiles[$2], ceil(lead_mean)) > available + incoming
      and (available + incoming < lead_quantiles[$2] or lead_mean > available * 1.5)
    union all
    -- More than what 95 of 100 cases would have been, and 1.8 times the average.
    select product_id, 'spike', round((recent - earlier * lead_months) * price),
      json_build_object('recent', recent, 'months', lead_months, 'average', earlier, 'q95', recent_q95, 'price', price)
    from parts where recent >= 3 and recent > recent_q95 and recent > 1.8 * earlier * lead_months
    union all
    -- What comes is less than half of what was, of a part that sold often and was never out of stock.
    select product_id, 'decline', round((average - next_quarter) * 3 * price),
      json_build_object('expected', next_quarter, 'average', average, 'months', 3, 'soldMonths', sold, 'price', price)
    from parts where next_quarter < 0.5 * average and sold >= 6 and known = 12
    union all
    -- Twelve months without a sale are likely: with a mean of m, at least exp(-m).
    select product_id, 'dead_stock', on_hand * case when cost > 0 then cost else price end,
      json_build_object('onHand', on_hand, 'expected', next_year, 'chance', exp(-next_year),
        'worth', case when cost > 0 then cost else price end)
    from parts where on_hand > 0 and known_months >= 12 and exp(-next_year) > 0.8
    union all
    -- What a price five percent higher would cost in pieces of the next three months, and a lower one would bring.
    select product_id, 'price_sensitive', round(average * 3 * -elasticity * ${PRICE_STEP} * price),
      json_build_object('elasticity', elasticity, 'low', low, 'high', high, 'levels', levels, 'soldMonths', e.months,
        'average', average, 'months', 3, 'step', ${PRICE_STEP}, 'pieces', average * 3 * -elasticity * ${PRICE_STEP},
        'price', price)
    from parts join elastic e using (product_id) where average > 0
    union all
    -- What would have been sold on the days without stock: a piece at least.
    select product_id, 'lost_sales', round(missed * price),
      json_build_object('average', average, 'days', round(days), 'missed', missed, 'price', price)
    from parts join lost using (product_id) cross join lateral (select average * 12 / 365 * days as missed) m
    where known_months >= 12 and missed >= 1
  ), told as (
    select * from found f where value > 0 and not exists (
      select from insights i where i.product_id = f.product_id and i.kind = f.kind
        and i.status in ('done', 'dismissed') and i.closed_at > now() - interval '${QUIET_DAYS} days')
  )`

/** Days of the last year that were spent without stock. */
const LOST = `
  lost as (
    select e.heir as product_id,
      (extract(epoch from sum(least(e.until, y.ending) - greatest(e.at, y.first))) / 86400)::float8 as days
    from empty_shelves e join (
      select (origin - interval '1 year') at time zone 'Africa/Tunis' as first,
        origin::timestamp at time zone 'Africa/Tunis' as ending from forecast_runs where id = $1
    ) y on e.at < y.ending and e.until > y.first
    group by 1
  )`

const REFRESH = `
  with recursive ${HEIRS}, ${EMPTY_SHELVES}, ${SHELF}, ${ELASTIC}, ${LOST}, ${FOUND}, lapsed as (
    update insights i set status = 'lapsed', closed_at = now(), updated_at = now()
    where status = 'open' and not exists (select from told t where t.product_id = i.product_id and t.kind = i.kind)
  )
  insert into insights (kind, product_id, value, arithmetic)
  select kind, product_id, value::bigint, arithmetic::jsonb from told order by value desc, product_id
  on conflict (product_id, kind) where status = 'open'
  do update set value = excluded.value, arithmetic = excluded.arithmetic, updated_at = now()`
