import type pg from 'pg'
import type { Preview } from '#app/imports/import_target'

/** Prices that an import would move by more than a fifth, the steepest first. */
export async function previewPrices(staging: string, session: pg.Client): Promise<Preview> {
  const { rows } = await session.query<{
    line: number
    sku: string
    from: number
    to: number
    over20: number
    over30: number
  }>(
    `with changes as (
       select s.line, s.sku, p.price as "from", s.price as "to", abs(s.price - p.price) * 100.0 / p.price as percent
       from ${staging} s join products p using (sku)
       where s.price is not null and p.price is not null and p.deleted_at is null
         and s.reason is null and s.merged is null
     )
     select line, sku, "from", "to",
       count(*) over ()::int as over20, (count(*) filter (where percent > 30) over ())::int as over30
     from changes where percent > 20 order by percent desc, line limit 10`
  )
  return {
    over20: rows.at(0)?.over20 ?? 0,
    over30: rows.at(0)?.over30 ?? 0,
    sample: rows.map(({ line, sku, from, to }) => ({ line, sku, from, to })),
  }
}
