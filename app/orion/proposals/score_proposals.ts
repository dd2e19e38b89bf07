import { demandLines } from '#app/orion/demand_lines'
import { HEIRS } from '#app/orion/heirs'
import { sql } from '#app/platform/database/sql'

/**
 * Looks at proposals ninety days after they were answered, or made and left alone: whether the pieces that were bought
 * kept the shelf from running empty, and what was missed without them. Each is scored once, however often this runs;
 * one that is answered after it was scored as left alone is scored again ninety days after that, in its place.
 * What lapsed before anybody answered is not. Returns how many were scored.
 * @param now the end of the last day that counts
 */
export async function scoreProposals(now: Date): Promise<number> {
  const scored = await sql(SCORE, [now])
  return scored.length
}

const DUE = `
  due as (
    select x.id, x.product_id, x.quantity, x.cost, x.purchase_order, (x.arithmetic ->> 'price')::bigint as price,
      case x.state when 'open' then 'unanswered' else x.state end as answer, d.since, d.since + interval '90 days' as until
    from purchase_proposals x cross join lateral (select coalesce(x.closed_at, x.created_at) as since) d
    where x.state <> 'lapsed' and d.since <= $1::timestamptz - interval '90 days'
      and not exists (select from proposal_scores s
        where s.proposal_id = x.id and (x.state = 'open' or s.answer <> 'unanswered'))
  ), arrived as (
    select d.id, min(r.at) as at, least(d.quantity, sum(l.accepted))::int as pieces
    from due d
    join purchase_orders o on o.number = d.purchase_order
    join purchase_order_lines n on n.purchase_order_id = o.id and n.product_id = d.product_id
    join purchase_receipts r on r.purchase_order_id = o.id and r.at < d.until
    join purchase_receipt_lines l on l.receipt_id = r.id and l.line_id = n.id and l.accepted > 0
    group by d.id, d.quantity
  )`

/** What was on the shelf, step by step; of a part that never moved there was none. */
const SHELF = `
  moved as (
    select d.id, greatest(m.at, d.since) as at, m.quantity
    from due d join stock_movements m on m.product_id = d.product_id and m.at < d.until
    union all
    select id, since, 0 from due
  ), shelf as (
    select m.id, m.at, lead(m.at, 1, d.until) over own as ends, sum(sum(m.quantity)) over own as on_hand
    from moved m join due d using (id) group by m.id, m.at, d.until window own as (partition by m.id order by m.at)
  ), days as (
    select s.id, min(s.on_hand) filter (where s.ends > a.at)::int as lowest,
      coalesce(extract(epoch from sum(s.ends - s.at) filter (where s.on_hand <= 0)) / 86400, 0) as out_days
    from shelf s left join arrived a using (id) group by s.id
  )`

/** Of which products a sale is one of what was proposed: its own, of what it replaced, and of kits with it. */
const SOURCES = `
  sources as (
    select d.id, (d.since at time zone 'Africa/Tunis')::date as since, c.id as product_id, c.pieces
    from due d join heirs h on h.id = d.product_id join counted c on c.heir = h.heir
  )`

/** What was asked for in the year before, and in the ninety days. */
const WANTED = `
  lines as (
    ${demandLines({
      first: '(select min(since) - 365 from sources)',
      ending: '(select max(since) + 90 from sources)',
      products: '(select array_agg(distinct product_id) from sources)::int[]',
    })}
  ), wanted as (
    select s.id,
      greatest(0, sum(l.quantity * s.pieces) filter (where l.day < s.since and l.day >= s.since - 365)) / 365.0 as daily,
      greatest(0, sum(l.quantity * s.pieces) filter (where l.day >= s.since and l.day < s.since + 90))::int as sold
    from sources s join lines l using (product_id) group by 1
  )`

/**
 * Bought pieces were needed as far as the shelf would have fallen below nothing without them. Where nothing was bought,
 * what was missed is the demand of the year before over the days without stock.
 */
const SCORE = `
  with recursive ${HEIRS}, ${DUE}, ${SHELF}, ${SOURCES}, ${WANTED}, reckoned as (
    select d.*, y.lowest, y.out_days, coalesce(w.daily, 0) as daily, coalesce(w.sold, 0) as sold,
      a.pieces as arrived, greatest(0, least(a.pieces, a.pieces - y.lowest)) as needed,
      round(y.out_days * coalesce(w.daily, 0))::int as missed
    from due d join days y using (id) left join arrived a using (id) left join wanted w using (id)
  ), judged as (
    select r.*, j.outcome,
      case j.outcome when 'avoided' then needed when 'overstock' then arrived when 'stockout' then missed
        else quantity end as pieces
    from reckoned r cross join lateral (select case
      when answer = 'accepted' and arrived is null then 'not_received'
      when answer = 'accepted' and needed > 0 then 'avoided'
      when answer = 'accepted' then 'overstock'
      when missed > 0 then 'stockout' else 'spared' end as outcome) j
  )
  insert into proposal_scores as s (proposal_id, answer, outcome, pieces, value, arithmetic, since, scored_at)
  select id, answer, outcome, pieces,
    case when outcome in ('avoided', 'stockout') then pieces * price when outcome = 'not_received' then 0
      else pieces * cost end,
    jsonb_build_object('quantity', quantity, 'arrived', arrived, 'lowest', lowest, 'outDays', round(out_days::numeric, 1),
      'daily', round(daily::numeric, 3), 'sold', sold, 'price', price, 'cost', cost),
    since, $1
  from judged order by id
  on conflict (proposal_id) do update set answer = excluded.answer, outcome = excluded.outcome, pieces = excluded.pieces,
    value = excluded.value, arithmetic = excluded.arithmetic, since = excluded.since, scored_at = excluded.scored_at
    where s.answer = 'unanswered' and excluded.answer <> 'unanswered'
  returning proposal_id`
