import { sql } from '#app/platform/database/sql'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'a promotion with a limit was used as often as it says',
  broken: async () => {
    const rows = await sql<{ broken: string }>(
      `select format('promotion %s: %s uses, %s live redemptions of %s', p.id, p.uses, r.count, p.max_uses) as broken
       from promotions p cross join lateral (
         select count(*) from promotion_redemptions r where r.promotion_id = p.id and r.released_at is null) r
       where p.max_uses is not null and (p.uses <> r.count or r.count > p.max_uses)
       limit 20`
    )
    return rows.map(({ broken }) => broken)
  },
})
