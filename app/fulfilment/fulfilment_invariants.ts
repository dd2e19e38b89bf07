import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'no order ships more than was bought, and says how much it has shipped',
  broken: () =>
    brokenRows(`select format('order %s is %s: %s of %s pieces shipped', number, delivery_state, coalesce(shipped, 0), pieces) as broken
      from orders o left join (
        select order_id, sum(pieces) as shipped from parcels group by 1) p on p.order_id = o.id
      where coalesce(shipped, 0) > pieces
        or delivery_state in ('pending', 'void') and shipped > 0
        or delivery_state = 'partially_shipped' and not coalesce(shipped between 1 and pieces - 1, false)
        or delivery_state in ('shipped', 'delivered', 'returned') and shipped is distinct from pieces`),
})

defineInvariant({
  name: 'a line is not in more parcels than it has pieces',
  broken: () =>
    brokenRows(`select format('line %s of order %s: %s of %s shipped', l.position, l.order_id, s.shipped, l.quantity) as broken
      from (select p.order_id, x.position, sum(x.quantity) as shipped
            from parcels p join parcel_lines x on x.parcel_id = p.id group by 1, 2) s
      join order_lines l using (order_id, position) where s.shipped > l.quantity`),
})

defineInvariant({
  name: 'what came back is in the book, piece by piece',
  broken: () =>
    brokenRows(`select format('parcel %s: %s pieces back, %s moved', number, back, moved) as broken
      from (
        select p.number, sum(x.restocked + x.written_off) as back,
          coalesce((select sum(m.quantity) from stock_movements m where m.reference = p.number and m.cause = 'return'), 0) as moved
        from parcels p join parcel_lines x on x.parcel_id = p.id
        -- What a kit was made of when it came back is not known any more.
        where p.state = 'returned' and not exists (select from parcel_lines y join kit_components k on k.kit_id = y.product_id
          where y.parcel_id = p.id)
        group by p.id) r
      where back <> moved`),
})

defineInvariant({
  name: 'an order with all its parcels at their end has come to its own',
  broken: () =>
    brokenRows(`select format('order %s is %s, its parcels are done', number, delivery_state) as broken
      from orders o
      where delivery_state = 'shipped' and not exists (
        select from parcels p where p.order_id = o.id and p.state in ('out', 'refused'))
        or delivery_state = 'returned' and exists (
        select from parcels p where p.order_id = o.id and p.state <> 'returned')`),
})
