import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'

/** A task ends what has expired every minute. */
const PATIENCE = '3 minutes'

defineInvariant({
  name: 'promised pieces are on hand',
  broken: () =>
    brokenRows(`select format('product %s at %s: reserved %s of %s', product_id, location_id, reserved, on_hand) as broken
      from stock_levels where reserved < 0 or reserved > on_hand or backordered < 0`),
})

defineInvariant({
  name: 'reserved is the sum of reservations',
  broken: () =>
    brokenRows(`select format('product %s at %s: reserved %s + %s, held %s + %s', product_id, location_id,
        coalesce(s.reserved, 0), coalesce(s.backordered, 0), coalesce(r.quantity, 0), coalesce(r.backordered, 0)) as broken
      from (select product_id, location_id, reserved, backordered from stock_levels
            where reserved <> 0 or backordered <> 0) s
      full join (select product_id, location_id, sum(quantity) as quantity, sum(backordered) as backordered
            from reservations where state = 'held' group by 1, 2) r using (product_id, location_id)
      where (coalesce(s.reserved, 0), coalesce(s.backordered, 0))
        <> (coalesce(r.quantity, 0), coalesce(r.backordered, 0))`),
})

defineInvariant({
  name: 'on hand is the sum of movements',
  broken: () =>
    brokenRows(`select format('product %s at %s: on hand %s, moved %s', product_id, location_id,
        coalesce(s.on_hand, 0), coalesce(m.quantity, 0)) as broken
      from stock_levels s
      full join (select product_id, location_id, sum(quantity)::int as quantity
            from stock_movements group by 1, 2) m using (product_id, location_id)
      where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)`),
})

defineInvariant({
  name: 'no reservation outlives its time',
  broken: () =>
    brokenRows(`select format('reservation %s of %s expired at %s', id, holder, expires_at) as broken
      from reservations where state = 'held' and expires_at < now() - interval '${PATIENCE}'`),
})
