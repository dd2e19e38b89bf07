import { sql } from '#app/platform/database/sql'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'a completed checkout has one order, an order one checkout',
  broken: async () => {
    const rows = await sql<{ broken: string }>(
      `select format('checkout %s: order %s', id, order_id) as broken from checkout_sessions
       where (state = 'completed') <> (order_id is not null)
       union all
       select format('order %s of %s checkouts', order_id, count(*)) from checkout_sessions
       where order_id is not null group by order_id having count(*) > 1 limit 20`
    )
    return rows.map(({ broken }) => broken)
  },
})
