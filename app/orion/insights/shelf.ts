/**
 * What is there of each product that was forecast (`on_hand`), free (`available`, below 0 where pieces are owed) and
 * on its way, drafts of orders included: an order that somebody is writing is not proposed again.
 */
export const SHELF = `
  stock as (
    select product_id, sum(on_hand)::int as on_hand, sum(on_hand - reserved - backordered)::int as available
    from stock_levels group by 1
  ), incoming as (
    select l.product_id, sum(l.outstanding)::int as pieces
    from purchase_order_lines l join purchase_orders o on o.id = l.purchase_order_id
      and o.state in ('draft', 'sent', 'confirmed', 'partial')
    where l.outstanding > 0 group by 1
  ), parts as (
    select f.*, p.price, coalesce(p.cost, 0) as cost, coalesce(s.on_hand, 0) as on_hand,
      coalesce(s.available, 0) as available, coalesce(i.pieces, 0) as incoming,
      (f.facts ->> 'average')::float8 as average, (f.facts ->> 'known')::int as known, (f.facts ->> 'sold')::int as sold,
      (f.facts ->> 'recent')::float8 as recent, (f.facts ->> 'recentQ95')::float8 as recent_q95,
      (f.facts ->> 'earlier')::float8 as earlier, (f.facts ->> 'nextQuarter')::float8 as next_quarter,
      (f.facts ->> 'nextYear')::float8 as next_year
    from forecasts f join products p on p.id = f.product_id and p.deleted_at is null
    left join stock s on s.product_id = f.product_id left join incoming i on i.product_id = f.product_id
    where f.run_id = $1 and not exists (select from kit_components k where k.kit_id = f.product_id)
  )`
