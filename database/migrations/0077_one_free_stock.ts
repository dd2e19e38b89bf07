import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Lists said that a part is there, and whoever ordered it was told that it is not: one counted the pieces of every
 * place, the other those of places that sell. What is free is now told once.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- The levels that count: pieces at a supplier's or between two places are sold once they have come.
      create view selling_levels as
        select s.product_id, s.location_id, s.on_hand - s.reserved as free, s.low_stock_at
        from stock_levels s join locations l on l.id = s.location_id
        where l.kind in ('warehouse', 'store');

      -- Pieces that may be promised, of all places that sell.
      create or replace function free_stock(ids integer[]) returns table (product_id integer, free integer)
        language sql stable as $$
        select s.product_id, sum(s.free)::int from selling_levels s where s.product_id = any (ids) group by 1
      $$;

      -- What lists say of products: 3 in_stock, 2 low_stock, 1 on_order, 0 out_of_stock; and how many are free.
      create or replace function availability_of(ids integer[])
        returns table (product_id integer, availability smallint, free integer) language sql stable as $$
        select p.id, (case
            when s.available > s.low_stock_at then 3
            when s.available > 0 then 2
            when p.orderable then 1
            else 0 end)::smallint, coalesce(s.available, 0)
        from products p
        left join lateral (
          select sum(l.free)::int as available, sum(l.low_stock_at)::int as low_stock_at
          from selling_levels l where l.product_id = p.id
            and not exists (select from kit_components k where k.kit_id = p.id)
          -- As many sets as the scarcest component allows.
          union all
          select min(coalesce(c.available, 0) / k.quantity), 0
          from kit_components k left join lateral (
            select sum(l.free)::int as available from selling_levels l where l.product_id = k.component_id
          ) c on true
          where k.kit_id = p.id having count(*) > 0
        ) s on s.available is not null
        where p.id = any (ids)
      $$;

      select refresh_availability(array(select id from products));
    `)
  }
}
