import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an order holds and has been given changes with it (docs/adr/0026-edits-of-orders.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(STOCK)
    this.schema.raw(PROMOTIONS)
  }
}

const STOCK = /* sql */ `
  -- As before; who holds pieces at a place gets more of them there.
  create or replace function take_stock(for_holder text, wanted jsonb, until timestamptz) returns void language sql as $$
    with need as (
      select coalesce(k.component_id, w.product) as product_id, sum(w.quantity * coalesce(k.quantity, 1))::int as quantity
      from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
      group by 1
    ), places as (
      select s.product_id, s.location_id, l.is_default, n.quantity as need, s.on_hand - s.reserved as free,
        (sum(s.on_hand - s.reserved) over (partition by s.product_id order by l.is_default desc, l.id))::int as free_so_far,
        (sum(s.on_hand - s.reserved) over (partition by s.product_id))::int as free_at_all
      from need n join stock_levels s on s.product_id = n.product_id
      join locations l on l.id = s.location_id and l.kind in ('warehouse', 'store')
    ), taken as (
      select product_id, location_id, greatest(0, least(free, need - (free_so_far - free))) as quantity,
        case when is_default then greatest(0, need - free_at_all) else 0 end as backordered
      from places
    ), raised as (
      update stock_levels s set reserved = s.reserved + t.quantity, backordered = s.backordered + t.backordered
      from taken t
      where s.product_id = t.product_id and s.location_id = t.location_id and t.quantity + t.backordered > 0
    )
    insert into reservations as r (holder, product_id, location_id, quantity, backordered, expires_at)
    select for_holder, product_id, location_id, quantity, backordered, until
    from taken where quantity + backordered > 0
    on conflict (holder, product_id, location_id) where state = 'held'
      do update set quantity = r.quantity + excluded.quantity, backordered = r.backordered + excluded.backordered
  $$;

  -- Lets go of so many pieces of what a holder holds: fewer is [{"product": 3, "quantity": -2}], by product in stock.
  -- What is still to come goes first, then what is not at the default place. Levels are locked.
  create function drop_stock(of_holder text, fewer jsonb) returns void language plpgsql as $$
  declare
    unwanted record;
    held record;
    remaining integer;
    late integer;
    present integer;
  begin
    for unwanted in
      select product, -quantity as pieces from jsonb_to_recordset(fewer) as f (product int, quantity int)
      where quantity < 0 order by product
    loop
      remaining := unwanted.pieces;
      for held in
        select r.id, r.location_id, r.quantity, r.backordered
        from reservations r join locations l on l.id = r.location_id
        where r.holder = of_holder and r.product_id = unwanted.product and r.state = 'held'
        order by r.backordered desc, l.is_default, l.id desc
      loop
        late := least(remaining, held.backordered);
        present := least(remaining - late, held.quantity);
        exit when late + present = 0;
        if late + present = held.quantity + held.backordered then
          update reservations set state = 'released' where id = held.id;
        else
          update reservations set quantity = quantity - present, backordered = backordered - late where id = held.id;
        end if;
        update stock_levels set reserved = reserved - present, backordered = backordered - late
          where product_id = unwanted.product and location_id = held.location_id;
        remaining := remaining - late - present;
      end loop;
      perform fill_backorders(array[unwanted.product]);
    end loop;
  end $$;

  -- Brings what a holder holds for good in line with what is wanted now, as reserve_stock: but what stays is never let
  -- go of, so nobody who waits gets it in between. All of it or nothing; returns what is missing.
  create function amend_stock(for_holder text, wanted jsonb)
    returns table (product integer, quantity integer, available integer) language plpgsql as $$
  #variable_conflict use_column
  declare
    before jsonb;
    ids integer[];
    changes jsonb;
  begin
    ids := array(
      select coalesce(k.component_id, w.product)
      from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
      union select unnest(held_products(for_holder)));
    before := hold_levels(ids);
    -- Pieces more, or fewer, of each product in stock.
    changes := (
      select jsonb_agg(jsonb_build_object('product', c.part, 'quantity', c.pieces)) from (
        select part, sum(pieces)::int as pieces from (
          select coalesce(k.component_id, w.product) as part, w.quantity * coalesce(k.quantity, 1) as pieces
          from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
          union all
          select r.product_id, -(r.quantity + r.backordered) from reservations r
          where r.holder = for_holder and r.state = 'held') d
        group by 1 having sum(pieces) <> 0) c);

    return query
      with parts as (
        select w.product, sum(w.quantity)::int as sets, coalesce(k.component_id, w.product) as part, coalesce(k.quantity, 1) as each
        from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
        group by 1, 3, 4
      ), need as (
        select part, sum(sets * each)::int as pieces from parts group by 1
      ), missing as (
        select n.part, n.pieces - c.quantity + coalesce(s.free, 0) as had
        from jsonb_to_recordset(changes) as c (product int, quantity int)
        join need n on n.part = c.product
        join products p on p.id = c.product and not p.orderable
        left join free_stock(ids) s on s.product_id = c.product
        where c.quantity > coalesce(s.free, 0)
      )
      select t.product, t.sets, min(m.had / t.each)::int
      from parts t join missing m on m.part = t.part group by 1, 2 order by 1;
    if not found then
      perform drop_stock(for_holder, changes);
      perform take_stock(for_holder, (
        select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(changes) c where (c ->> 'quantity')::int > 0), null);
    end if;
    perform tell_availability(before);
  end $$;
`

const PROMOTIONS = /* sql */ `
  -- Brings what a holder has used in line with what counts now: given is [{"id": 3, "amount": 5000}, …]. Nothing new comes
  -- in; what counts no more was never used. Rows in the order of ids, as redeem_promotions.
  create function amend_promotions(of_holder text, given jsonb) returns void language plpgsql as $$
  declare
    used record;
  begin
    for used in
      select r.promotion_id as id, (g ->> 'amount')::bigint as amount
      from promotion_redemptions r left join jsonb_array_elements(given) g on (g ->> 'id')::int = r.promotion_id
      where r.holder = of_holder and r.released_at is null order by 1
    loop
      if used.amount is null then
        update promotions set uses = uses - 1 where id = used.id and max_uses is not null;
        delete from promotion_redemptions where promotion_id = used.id and holder = of_holder;
      else
        update promotion_redemptions set amount = used.amount where promotion_id = used.id and holder = of_holder;
      end if;
    end loop;
  end $$;
`
