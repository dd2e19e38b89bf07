import { BaseSchema } from '@adonisjs/lucid/schema'

/** Parcels, what becomes of them, and what couriers pay (docs/adr/0019-fulfilment.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(STATES)
    this.schema.raw(PARCELS)
    this.schema.raw(REMITTANCES)
    this.schema.raw(STOCK)
    this.schema.raw(RISK)
    this.schema.raw(ABILITIES)
  }
}

const STATES = /* sql */ `
  alter table orders drop constraint orders_delivery_state_check;
  alter table orders add constraint orders_delivery_state_check check
    (delivery_state in ('pending', 'partially_shipped', 'shipped', 'delivered', 'returned', 'void'));
  create index orders_by_delivery on orders (delivery_state, id)
    where delivery_state in ('pending', 'partially_shipped', 'shipped');
`

const PARCELS = /* sql */ `
  create table parcels (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders on delete cascade,
    number text not null unique, -- SAP-2026-000123/1
    carrier text not null check (carrier <> ''),
    tracking_number text,
    -- out: on its way; refused: on its way back; returned: back, and looked at
    state text not null default 'out' check (state in ('out', 'delivered', 'refused', 'returned')),
    cash bigint not null default 0 check (cash >= 0), -- to be collected at the door, millimes
    pieces integer not null check (pieces > 0),
    actor text not null,
    shipped_at timestamptz not null default now(),
    state_since timestamptz not null default now()
  );
  -- However it is typed, a tracking number is of one parcel.
  create unique index parcels_tracked on parcels (fold_words(carrier), upper(tracking_number)) where tracking_number is not null;
  create index parcels_of_order on parcels (order_id, id);
  create index parcels_by_state on parcels (state, id);
  create index parcels_by_tracking on parcels (upper(tracking_number)) where tracking_number is not null;

  create table parcel_lines (
    parcel_id bigint not null references parcels on delete cascade,
    position smallint not null, -- of the order's line
    product_id integer not null references products,
    sku text not null,
    name_fr text not null,
    name_ar text,
    quantity integer not null check (quantity > 0),
    restocked integer not null default 0 check (restocked >= 0),
    written_off integer not null default 0 check (written_off >= 0),
    primary key (parcel_id, position),
    check (restocked + written_off <= quantity)
  );
  create index parcel_lines_of_product on parcel_lines (product_id);

  select audit('parcels', 'number', 'order_id state_since shipped_at');
`

const REMITTANCES = /* sql */ `
  -- What a courier says that it has collected and pays: one file, once.
  create table remittances (
    id bigint generated always as identity primary key,
    carrier text not null check (carrier <> ''),
    document text not null check (document <> ''),
    file_name text not null,
    fingerprint bytea not null,
    actor text not null,
    at timestamptz not null default now()
  );
  create unique index remittances_once on remittances (fold_words(carrier), upper(document));

  create table remittance_lines (
    id bigint generated always as identity primary key,
    remittance_id bigint not null references remittances on delete cascade,
    nth integer not null, -- of the file
    tracking_number text not null,
    amount bigint not null, -- millimes, as the courier says
    fee bigint not null default 0,
    parcel_id bigint references parcels on delete set null,
    -- short, over: not what was to be collected; double: paid for already; refused: it came back
    verdict text not null check (verdict in ('matched', 'short', 'over', 'unknown', 'double', 'refused')),
    accepted_by text, -- somebody lives with the difference
    unique (remittance_id, nth)
  );
  -- Nobody pays twice for one parcel.
  create unique index remittance_lines_settled on remittance_lines (parcel_id)
    where verdict = 'matched' or accepted_by is not null;
  create index remittance_lines_of_parcel on remittance_lines (parcel_id) where parcel_id is not null;

  select audit('remittances', 'document', 'fingerprint at');
`

const STOCK = /* sql */ `
  -- Pieces of what a holder holds leave: wanted is [{"product": 3, "quantity": 2}], kits are taken apart. All of it
  -- or nothing: returns what the holder does not hold on hand, by what was asked for.
  create function ship_stock(of_holder text, wanted jsonb, document text, by_actor text)
    returns table (product integer, quantity integer, available integer) language plpgsql as $$
  #variable_conflict use_column
  declare
    ids integer[];
    before jsonb;
    needed jsonb;
  begin
    ids := array(
      select distinct coalesce(k.component_id, w.product)
      from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product);
    before := hold_levels(ids);
    needed := (
      select jsonb_object_agg(n.part, n.pieces) from (
        select coalesce(k.component_id, w.product) as part, sum(w.quantity * coalesce(k.quantity, 1))::int as pieces
        from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
        group by 1) n);

    return query
      select n.product_id, n.need, coalesce(h.held, 0)
      from (select key::int as product_id, value::int as need from jsonb_each_text(needed)) n left join (
        select r.product_id, sum(r.quantity)::int as held from reservations r
        where r.holder = of_holder and r.state = 'held' group by 1) h using (product_id)
      where n.need > coalesce(h.held, 0) order by 1;
    if not found then
      with held as (
        select r.id, r.product_id, r.location_id, r.quantity, r.backordered,
          (sum(r.quantity) over (partition by r.product_id order by l.is_default desc, l.id))::int as so_far
        from reservations r join locations l on l.id = r.location_id
        where r.holder = of_holder and r.state = 'held' and r.quantity > 0 and r.product_id = any (ids)
      ), leaving as (
        select h.*, least(h.quantity, n.need - (h.so_far - h.quantity)) as pieces
        from held h join (
          select key::int as product_id, value::int as need from jsonb_each_text(needed)) n using (product_id)
        where n.need > h.so_far - h.quantity
      ), ended as (
        update reservations r set state = 'claimed' from leaving v
        where r.id = v.id and v.pieces = v.quantity and v.backordered = 0
      ), kept as (
        update reservations r set quantity = r.quantity - v.pieces from leaving v
        where r.id = v.id and (v.pieces < v.quantity or v.backordered > 0)
      ), told as (
        insert into reservations (holder, product_id, location_id, quantity, state)
        select of_holder, product_id, location_id, pieces, 'claimed' from leaving v
        where v.pieces < v.quantity or v.backordered > 0
      ), sold as (
        insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
        select product_id, location_id, -pieces, 'sale', document, by_actor from leaving
      )
      update stock_levels s set on_hand = s.on_hand - v.pieces, reserved = s.reserved - v.pieces
      from leaving v where s.product_id = v.product_id and s.location_id = v.location_id;
    end if;
    perform tell_availability(before);
  end $$;

  -- Pieces of a parcel are back at a place: came is [{"product": 3, "restocked": 1, "lost": 1}], kits are taken apart.
  -- What is lost comes back and is written off at once: nobody is promised it in between.
  create function take_back_stock(came jsonb, at_location integer, document text, by_actor text) returns void
    language plpgsql as $$
  declare
    ids integer[];
    before jsonb;
  begin
    ids := array(
      select distinct coalesce(k.component_id, c.product)
      from jsonb_to_recordset(came) as c (product int, restocked int, lost int) left join kit_components k on k.kit_id = c.product);
    before := hold_levels(ids);
    with back as (
      select coalesce(k.component_id, c.product) as product_id, sum(c.restocked * coalesce(k.quantity, 1))::int as restocked,
        sum(c.lost * coalesce(k.quantity, 1))::int as lost
      from jsonb_to_recordset(came) as c (product int, restocked int, lost int) left join kit_components k on k.kit_id = c.product
      group by 1
    ), returned as (
      insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
      select product_id, at_location, restocked + lost, 'return', document, by_actor from back where restocked + lost > 0
    ), written_off as (
      insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
      select product_id, at_location, -lost, 'write_off', document, by_actor from back where lost > 0
    )
    insert into stock_levels as s (product_id, location_id, on_hand)
    select product_id, at_location, restocked from back
    on conflict (product_id, location_id) do update set on_hand = s.on_hand + excluded.on_hand;
    perform fill_backorders(ids);
    perform tell_availability(before);
  end $$;
`

const RISK = /* sql */ `
  -- How likely cash is refused at the door, in points, and why. The weights are a first guess of experience:
  -- who refused before, who is new with a large order, who orders again and again at once, who does not answer.
  create function cash_risk(ids bigint[]) returns table (order_id bigint, points integer, reasons text[])
    language sql stable as $$
    select o.id, (40 * least(p.refused, 2) + n.fresh * 15 + n.large * 20 + n.repeated * 20 + 10 * least(n.unanswered, 3))::int,
      array_remove(array[
        case when p.refused > 0 then 'refused' end, case when n.fresh = 1 then 'new' end,
        case when n.large = 1 then 'large' end, case when n.repeated = 1 then 'repeated' end,
        case when n.unanswered > 0 then 'unanswered' end], null)
    from orders o
    join order_contacts c on c.order_id = o.id
    cross join lateral (
      select count(*) filter (where x.state in ('refused', 'returned'))::int as refused,
        count(*) filter (where x.state = 'delivered')::int as delivered
      from order_contacts other join parcels x on x.order_id = other.order_id
      where other.phone = c.phone and other.order_id <> o.id) p
    cross join lateral (
      select (p.delivered = 0)::int as fresh, (o.total >= 300000)::int as large,
        (exists (select from order_contacts other join orders q on q.id = other.order_id
          where other.phone = c.phone and q.id <> o.id and q.placed_at > o.placed_at - interval '1 day'
            and q.state in ('placed', 'confirmed')))::int as repeated,
        (select count(*)::int from order_events e where e.order_id = o.id and e.type = 'order.called'
          and e.data ->> 'outcome' <> 'answered') as unanswered) n
    where o.id = any (ids) and o.payment_method = 'cod'
  $$;
`

/** Who packs, and who squares accounts with couriers. */
const ABILITIES = /* sql */ `
  update roles set abilities = abilities || '{shipments:read}'
    where built_in and key in ('counter', 'warehouse', 'sales', 'accountant', 'readonly');
  update roles set abilities = abilities || '{shipments:write}' where built_in and key in ('counter', 'warehouse');
  update roles set abilities = abilities || '{remittances:read,remittances:write}' where built_in and key = 'accountant';
`
