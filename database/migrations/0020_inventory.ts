import { BaseSchema } from '@adonisjs/lucid/schema'

/** One function for each move of stock (docs/adr/0013-stock-and-orders.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(TABLES)
    this.schema.raw(ABILITIES)
    this.schema.raw(LOCKS)
    this.schema.raw(RESERVATIONS)
    this.schema.raw(MOVES)
  }
}

const TABLES = /* sql */ `
  -- A set that has no stock of its own: it is sold as long as its components are there.
  create table kit_components (
    kit_id integer not null references products on delete cascade,
    component_id integer not null references products,
    quantity integer not null check (quantity > 0),
    primary key (kit_id, component_id),
    check (kit_id <> component_id)
  );
  create index kit_components_by_component on kit_components (component_id);

  -- Pieces promised to somebody: on hand (quantity) or still to come (backordered). Whoever changes one
  -- holds the row of its level.
  create table reservations (
    id bigint generated always as identity primary key,
    holder text not null, -- checkout:<id>, order:<number>
    product_id integer not null references products on delete cascade,
    location_id integer not null references locations,
    quantity integer not null check (quantity >= 0),
    backordered integer not null default 0 check (backordered >= 0),
    state text not null default 'held' check (state in ('held', 'claimed', 'released', 'expired')),
    expires_at timestamptz, -- null: until it is claimed or released
    created_at timestamptz not null default now(),
    check (quantity + backordered > 0)
  ) with (fillfactor = 80);
  create unique index reservations_of_holder on reservations (holder, product_id, location_id) where state = 'held';
  create index reservations_held on reservations (product_id, expires_at) where state = 'held';
  create index reservations_waiting on reservations (product_id, created_at, id) where state = 'held' and backordered > 0;
  create index reservations_expiring on reservations (expires_at) where state = 'held' and expires_at is not null;
`

/** Who works with stock: all may see it. */
const ABILITIES = /* sql */ `
  update roles set abilities = abilities || '{stock:read}'
    where built_in and key in ('counter', 'warehouse', 'buyer', 'sales', 'accountant', 'readonly');
  update roles set abilities = abilities || '{stock:write}' where built_in and key in ('warehouse', 'buyer');
`

const LOCKS = /* sql */ `
  -- What lists say of products: 3 in_stock, 2 low_stock, 1 on_order, 0 out_of_stock; and how many are free.
  create function availability_of(ids integer[])
    returns table (product_id integer, availability smallint, free integer) language sql stable as $$
    select p.id, (case
        when s.available > s.low_stock_at then 3
        when s.available > 0 then 2
        when p.orderable then 1
        else 0 end)::smallint, coalesce(s.available, 0)
    from products p
    left join lateral (
      select sum(l.on_hand - l.reserved)::int as available, sum(l.low_stock_at)::int as low_stock_at
      from stock_levels l where l.product_id = p.id
        and not exists (select from kit_components k where k.kit_id = p.id)
      -- As many sets as the scarcest component allows.
      union all
      select min(coalesce(c.available, 0) / k.quantity), 0
      from kit_components k left join lateral (
        select sum(l.on_hand - l.reserved)::int as available from stock_levels l where l.product_id = k.component_id
      ) c on true
      where k.kit_id = p.id having count(*) > 0
    ) s on s.available is not null
    where p.id = any (ids)
  $$;

  -- Products, and the kits that need them.
  create function with_kits(ids integer[]) returns integer[] language sql stable as $$
    select array(select unnest(ids) union select kit_id from kit_components where component_id = any (ids))
  $$;

  -- The same for the kits among the given products and those that need them; null means all.
  create function refresh_kit_availability(ids integer[]) returns void language plpgsql as $$
  begin
    perform refresh_availability(array(
      select kit_id from kit_components where ids is null or kit_id = any (ids) or component_id = any (ids)));
  end $$;

  -- Brings listings in line with the stock. Returns those that were not.
  create function refresh_availability(ids integer[]) returns setof integer language sql as $$
    update product_listings l set availability = a.availability
    from availability_of(ids) a
    where l.product_id = a.product_id and l.availability <> a.availability
    returning l.product_id
  $$;

  -- Every move begins here: the levels of its products are locked in one order, so that nobody waits in a
  -- circle, and what has expired is let go of. Returns the products as they were, for tell_availability().
  create function hold_levels(ids integer[]) returns jsonb language plpgsql as $$
  declare
    before jsonb;
  begin
    -- What has never been in stock gets a level to be locked.
    insert into stock_levels (product_id, location_id)
      select p.id, l.id from products p cross join locations l
      where p.id = any (ids) and l.is_default
        and not exists (select from stock_levels s where s.product_id = p.id and s.location_id = l.id)
      order by 1 on conflict do nothing;
    perform from stock_levels where product_id = any (ids) order by product_id, location_id for update;
    select jsonb_object_agg(a.product_id, a.availability) into before from availability_of(with_kits(ids)) a;
    perform end_reservations('expired', null, ids);
    return before;
  end $$;

  -- Leaves one event for each product whose availability is not what it was before the move.
  create function tell_availability(before jsonb) returns void language plpgsql as $$
  begin
    insert into outbox (aggregate, aggregate_id, type)
    select 'stock', a.product_id::text, 'stock.availability_changed'
    from availability_of(array(select jsonb_object_keys(before)::int)) a
    where a.availability <> (before ->> a.product_id::text)::int
    order by a.product_id;
  end $$;
`

const RESERVATIONS = /* sql */ `
  -- Ends what a holder holds (becoming 'released'), or what has expired of some products. Their levels are
  -- locked.
  create function end_reservations(becoming text, of_holder text, ids integer[]) returns void language plpgsql as $$
  declare
    freed integer[];
  begin
    with ended as (
      update reservations set state = becoming
      where state = 'held' and product_id = any (ids)
        and (holder = of_holder or of_holder is null and expires_at <= now())
      returning product_id, location_id, quantity, backordered
    ), lower as (
      update stock_levels s set reserved = s.reserved - e.quantity, backordered = s.backordered - e.backordered
      from (select product_id, location_id, sum(quantity)::int as quantity, sum(backordered)::int as backordered
            from ended group by 1, 2) e
      where s.product_id = e.product_id and s.location_id = e.location_id
      returning s.product_id, e.quantity
    )
    select array_agg(distinct product_id) into freed from lower where quantity > 0;
    perform fill_backorders(freed);
  end $$;

  -- Gives free pieces to those who wait for them, whoever has waited longest first. Levels are locked.
  create function fill_backorders(ids integer[]) returns void language plpgsql as $$
  declare
    waiting record;
    place record;
    given integer;
  begin
    for waiting in
      select r.id, r.holder, r.product_id, r.location_id, r.backordered, r.expires_at, r.created_at
      from reservations r
      where r.state = 'held' and r.backordered > 0 and r.product_id = any (ids)
      order by r.created_at, r.id
    loop
      for place in
        select s.location_id, s.on_hand - s.reserved as free
        from stock_levels s join locations l on l.id = s.location_id and l.kind in ('warehouse', 'store')
        where s.product_id = waiting.product_id and s.on_hand > s.reserved
        order by s.location_id <> waiting.location_id, l.id
      loop
        given := least(place.free, waiting.backordered);
        exit when given = 0;
        update stock_levels set reserved = reserved + given
          where product_id = waiting.product_id and location_id = place.location_id;
        update stock_levels set backordered = backordered - given
          where product_id = waiting.product_id and location_id = waiting.location_id;
        if place.location_id = waiting.location_id then
          update reservations set backordered = backordered - given, quantity = quantity + given where id = waiting.id;
        else
          insert into reservations as r (holder, product_id, location_id, quantity, expires_at, created_at)
            values (waiting.holder, waiting.product_id, place.location_id, given, waiting.expires_at, waiting.created_at)
            on conflict (holder, product_id, location_id) where state = 'held'
            do update set quantity = r.quantity + excluded.quantity;
          delete from reservations where id = waiting.id and quantity = 0 and backordered = given;
          update reservations set backordered = backordered - given where id = waiting.id;
        end if;
        waiting.backordered := waiting.backordered - given;
      end loop;
    end loop;
  end $$;

  -- Promises pieces to a holder, in place of all that it holds: wanted is [{"product": 3, "quantity": 2}], the
  -- same product more than once is summed, kits are taken apart. All of it or nothing: returns what is missing,
  -- by what was asked for. Products that may be ordered are never missing.
  create function reserve_stock(for_holder text, wanted jsonb, until timestamptz)
    returns table (product integer, quantity integer, available integer) language plpgsql as $$
  #variable_conflict use_column
  declare
    ids integer[];
    before jsonb;
  begin
    ids := array(
      select coalesce(k.component_id, w.product)
      from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
      union select r.product_id from reservations r where r.holder = for_holder and r.state = 'held');
    before := hold_levels(ids);
    perform end_reservations('released', for_holder, ids);

    return query
      with asked as (
        select w.product, sum(w.quantity)::int as quantity
        from jsonb_to_recordset(wanted) as w (product int, quantity int) group by 1
      ), parts as (
        select a.product, a.quantity as sets, coalesce(k.component_id, a.product) as part, coalesce(k.quantity, 1) as each
        from asked a left join kit_components k on k.kit_id = a.product
      ), need as (
        select part, sum(sets * each)::int as quantity from parts group by 1
      ), missing as (
        select n.part, n.quantity, coalesce(s.free, 0) as free
        from need n join products p on p.id = n.part and not p.orderable
        left join free_stock(ids) s on s.product_id = n.part
        where n.quantity > coalesce(s.free, 0)
      )
      select t.product, t.sets, min(m.free / t.each)::int
      from parts t join missing m on m.part = t.part group by 1, 2 order by 1;
    if not found then
      perform take_stock(for_holder, wanted, until);
    end if;
    perform tell_availability(before);
  end $$;

  -- Pieces that may be promised, of all places that sell.
  create function free_stock(ids integer[]) returns table (product_id integer, free integer) language sql stable as $$
    select s.product_id, sum(s.on_hand - s.reserved)::int
    from stock_levels s join locations l on l.id = s.location_id and l.kind in ('warehouse', 'store')
    where s.product_id = any (ids) group by 1
  $$;

  -- The promise itself: from the default place first, then from the others; the rest has to come.
  create function take_stock(for_holder text, wanted jsonb, until timestamptz) returns void language sql as $$
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
    insert into reservations (holder, product_id, location_id, quantity, backordered, expires_at)
    select for_holder, product_id, location_id, quantity, backordered, until
    from taken where quantity + backordered > 0
  $$;

  -- The products that a holder holds.
  create function held_products(of_holder text) returns integer[] language sql stable as $$
    select array(select distinct product_id from reservations where holder = of_holder and state = 'held')
  $$;

  -- Hands what a holder holds to another one, until then (null: for good). False, and nothing happens, when it
  -- has expired or when a stock-take has taken pieces of it that cannot be ordered: reserve again.
  -- The clock, not now(): who has waited for the lock comes after whoever let go of a part of it.
  create function take_over_stock(from_holder text, to_holder text, until timestamptz) returns boolean language plpgsql as $$
  declare
    ids integer[] := held_products(from_holder);
  begin
    perform from stock_levels where product_id = any (ids) order by product_id, location_id for update;
    if cardinality(ids) = 0 or exists (
      select from reservations r join products p on p.id = r.product_id
      where r.holder = from_holder and r.product_id = any (ids)
        and r.state = 'held' and (r.expires_at <= clock_timestamp() or r.backordered > 0 and not p.orderable)
    ) then
      return false;
    end if;
    update reservations set holder = to_holder, expires_at = until where holder = from_holder and state = 'held';
    return found;
  end $$;

  -- Gives back what a holder holds; nothing to give back is no error. Returns whether there was something.
  create function release_stock(of_holder text) returns boolean language plpgsql as $$
  declare
    ids integer[] := held_products(of_holder);
    before jsonb;
  begin
    if cardinality(ids) = 0 then
      return false;
    end if;
    before := hold_levels(ids);
    perform end_reservations('released', of_holder, ids);
    perform tell_availability(before);
    return true;
  end $$;

  -- Lets go of what has expired, of so many products at most. Returns how many reservations ended.
  create function expire_reservations(most integer) returns integer language plpgsql as $$
  declare
    ids integer[] := array(
      select distinct product_id from (
        select product_id from reservations where state = 'held' and expires_at <= now() order by expires_at limit most) due);
    due integer;
  begin
    select count(*) into due from reservations where state = 'held' and expires_at <= now() and product_id = any (ids);
    perform tell_availability(hold_levels(ids));
    return due;
  end $$;
`

const MOVES = /* sql */ `
  -- The pieces leave: a sale, and on_hand and reserved fall together. False, and nothing happens, when the holder
  -- holds nothing or still waits for pieces.
  create function claim_stock(of_holder text, document text, by_actor text) returns boolean language plpgsql as $$
  declare
    ids integer[] := held_products(of_holder);
    before jsonb;
  begin
    if cardinality(ids) = 0 then
      return false;
    end if;
    before := hold_levels(ids);
    if exists (select from reservations where holder = of_holder and state = 'held' and backordered > 0)
      or not exists (select from reservations where holder = of_holder and state = 'held') then
      perform tell_availability(before);
      return false;
    end if;
    with claimed as (
      update reservations set state = 'claimed' where holder = of_holder and state = 'held'
      returning product_id, location_id, quantity
    ), sold as (
      insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
      select product_id, location_id, -quantity, 'sale', document, by_actor from claimed
    )
    update stock_levels s set on_hand = s.on_hand - c.quantity, reserved = s.reserved - c.quantity
    from claimed c where s.product_id = c.product_id and s.location_id = c.location_id;
    perform tell_availability(before);
    return true;
  end $$;

  -- Moves pieces in or out of a place and keeps the book. A stock-take or a write-off is a fact: promises beyond
  -- it become back-orders, the newest first. Any other move leaves what is promised where it is. Returns whether it
  -- was done, what is there then, and how many promises were put off.
  create function move_stock(of_product integer, at_location integer, pieces integer, why text, document text, by_actor text)
    returns table (done boolean, on_hand integer, reserved integer, put_off integer) language plpgsql as $$
  #variable_conflict use_column
  declare
    before jsonb := hold_levels(array[of_product]);
    short integer;
  begin
    insert into stock_levels (product_id, location_id) values (of_product, at_location) on conflict do nothing;
    select s.on_hand, s.reserved into on_hand, reserved from stock_levels s
      where s.product_id = of_product and s.location_id = at_location for update;
    short := greatest(0, reserved - (on_hand + pieces));
    done := on_hand + pieces >= 0 and (short = 0 or why in ('stock_take', 'write_off'));
    put_off := 0;
    if done and pieces <> 0 then
      perform put_off(of_product, at_location, short);
      insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
        values (of_product, at_location, pieces, why, document, by_actor);
      update stock_levels s set on_hand = s.on_hand + pieces
        where s.product_id = of_product and s.location_id = at_location;
      perform fill_backorders(array[of_product]);
      put_off := short;
      on_hand := on_hand + pieces;
      reserved := reserved - short;
    end if;
    perform tell_availability(before);
    return next;
  end $$;

  -- What was counted at a place is what is there.
  create function count_stock(of_product integer, at_location integer, counted integer, document text, by_actor text)
    returns table (done boolean, on_hand integer, reserved integer, put_off integer) language plpgsql as $$
  declare
    known integer;
  begin
    perform from stock_levels s where s.product_id = of_product order by s.location_id for update;
    select coalesce(max(s.on_hand), 0) into known from stock_levels s
      where s.product_id = of_product and s.location_id = at_location;
    return query select * from move_stock(of_product, at_location, counted - known, 'stock_take', document, by_actor);
  end $$;

  -- Makes back-orders of so many promised pieces of a place, the newest promises first. The level is locked.
  create function put_off(of_product integer, at_location integer, pieces integer) returns void language sql as $$
    with newest as (
      select id, quantity, sum(quantity) over (order by created_at desc, id desc)::int as so_far
      from reservations
      where state = 'held' and quantity > 0 and product_id = of_product and location_id = at_location
    ), late as (
      update reservations r
      set quantity = r.quantity - n.late, backordered = r.backordered + n.late
      from (select id, greatest(0, least(quantity, pieces - (so_far - quantity))) as late from newest) n
      where r.id = n.id and n.late > 0
      returning n.late
    )
    update stock_levels set reserved = reserved - pieces, backordered = backordered + pieces
    where pieces > 0 and product_id = of_product and location_id = at_location and exists (select from late)
  $$;

  -- From one place to another; only pieces that nobody was promised. Returns how many are missing, 0 when done.
  create function transfer_stock(of_product integer, from_location integer, to_location integer, pieces integer,
    document text, by_actor text) returns integer language plpgsql as $$
  declare
    before jsonb := hold_levels(array[of_product]);
    free integer;
  begin
    insert into stock_levels (product_id, location_id) values (of_product, to_location) on conflict do nothing;
    select coalesce(max(on_hand - reserved), 0) into free from stock_levels
      where product_id = of_product and location_id = from_location;
    if free < pieces or from_location = to_location then
      return greatest(0, pieces - free);
    end if;
    insert into stock_movements (product_id, location_id, quantity, cause, reference, actor) values
      (of_product, from_location, -pieces, 'transfer', document, by_actor),
      (of_product, to_location, pieces, 'transfer', document, by_actor);
    update stock_levels set on_hand = on_hand + case when location_id = to_location then pieces else -pieces end
      where product_id = of_product and location_id in (from_location, to_location);
    perform fill_backorders(array[of_product]);
    perform tell_availability(before);
    return 0;
  end $$;
`
