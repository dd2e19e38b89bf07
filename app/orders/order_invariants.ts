import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'an order is the sum of its lines',
  broken: () =>
    brokenRows(`select format('order %s: %s, lines %s + %s - %s', number, total, coalesce(l.sum, 0), shipping, discount) as broken
      from orders o left join (
        select order_id, sum(line_total)::bigint as sum, sum(discount)::bigint as off,
          bool_and(line_total = quantity * unit_price) as is_right
        from order_lines group by 1) l on l.order_id = o.id
      where total is distinct from l.sum + shipping - discount or discount is distinct from l.off or not l.is_right`),
})

defineInvariant({
  name: 'events of an order are without gaps',
  broken: () =>
    brokenRows(`select format('order %s: version %s, %s events up to %s', number, o.version, e.count, e.last) as broken
      from orders o left join (
        select order_id, count(*) as count, max(version) as last, min(type) filter (where version = 1) as first
        from order_events group by 1) e on e.order_id = o.id
      where (o.version, o.version, 'order.placed') is distinct from (e.count, e.last, e.first)`),
})

defineInvariant({
  name: 'an order that waits for its pieces holds them',
  broken: () =>
    brokenRows(`select format('order %s (%s): %s pieces held of %s', number, state, coalesce(held, 0), pieces) as broken
      from (
        select o.number, o.state, o.delivery_state, o.pieces, (
          select sum(quantity + backordered) from reservations r
          where r.holder = 'order:' || o.number and r.state = 'held') as held
        from orders o) o
      -- A kit holds at least as many pieces as were ordered of it.
      where delivery_state = 'pending' and coalesce(held, 0) < pieces or state = 'cancelled' and held > 0`),
})

defineInvariant({
  name: 'an order uses what it was promised, and nothing once it is cancelled',
  broken: () =>
    brokenRows(`select format('order %s (%s): discount %s, redeemed %s', number, state, discount, r.live) as broken
      from orders o cross join lateral (
        select coalesce(sum(r.amount) filter (where p.kind <> 'free_delivery'), 0)::bigint as live, count(*) as n
        from promotion_redemptions r join promotions p on p.id = r.promotion_id
        where r.holder = 'order:' || o.number and r.released_at is null) r
      where case when state = 'cancelled' then r.n > 0 else r.live <> o.discount end`),
})
