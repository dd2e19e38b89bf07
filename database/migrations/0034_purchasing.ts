import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who pieces are bought from, what was ordered there, and what came (docs/adr/0018-purchasing.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(SUPPLIERS)
    this.schema.raw(ORDERS)
    this.schema.raw(RECEIPTS)
    this.schema.raw(INCOMING)
    this.schema.raw(ABILITIES)
  }
}

const SUPPLIERS = /* sql */ `
  -- The name is what lists and supplier numbers call a supplier, whatever its case and accents.
  create table suppliers (
    id integer generated always as identity primary key,
    name text collate "fr-x-icu" not null check (name <> ''),
    contact_name text,
    email text,
    phone text,
    address text,
    currency text not null default 'TND' check (currency = 'TND'),
    payment_days smallint not null default 30 check (payment_days between 0 and 365),
    lead_days smallint check (lead_days between 0 and 365), -- as the supplier says
    minimum_order bigint not null default 0 check (minimum_order >= 0), -- millimes without tax
    notes text,
    active boolean not null default true,
    created_at timestamptz not null default now()
  );
  create unique index suppliers_as_called on suppliers (fold_words(name));
  create index suppliers_by_name on suppliers (name, id);

  -- Whoever gave us numbers is a supplier.
  insert into suppliers (name)
  select distinct on (fold_words(owner)) owner from part_numbers
  where kind = 'supplier' and fold_words(owner) <> '' order by fold_words(owner), owner;

  -- What a supplier asks for a piece of a product, in millimes without tax.
  create table supplier_offers (
    id bigint generated always as identity primary key,
    supplier_id integer not null references suppliers on delete cascade,
    product_id integer not null references products on delete cascade,
    reference text,
    cost bigint not null check (cost >= 0),
    pack integer not null default 1 check (pack > 0), -- sold by so many
    minimum integer not null default 1 check (minimum > 0),
    lead_days smallint check (lead_days between 0 and 365),
    updated_at timestamptz not null default now(),
    unique (supplier_id, product_id)
  );
  create index supplier_offers_of_product on supplier_offers (product_id, cost);

  select audit('suppliers', 'name'), audit('supplier_offers', 'reference', 'supplier_id product_id');
`

const ORDERS = /* sql */ `
  create sequence purchase_order_numbers;
  create function next_purchase_order_number() returns text language sql volatile as $$
    select format('BC-%s-%s', to_char(day_in_tunis(), 'YYYY'), lpad(nextval('purchase_order_numbers')::text, 5, '0'))
  $$;

  create table purchase_orders (
    id bigint generated always as identity primary key,
    number text not null unique default next_purchase_order_number(),
    supplier_id integer not null references suppliers,
    location_id integer not null references locations, -- where the pieces go
    state text not null default 'draft'
      check (state in ('draft', 'sent', 'confirmed', 'partial', 'received', 'closed', 'cancelled')),
    supplier_reference text, -- what the supplier calls it
    expected_on date,
    notes text,
    created_by text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    state_since timestamptz not null default now(),
    check (state in ('draft', 'cancelled') or sent_at is not null)
  );
  create index purchase_orders_by_state on purchase_orders (state, id);
  create index purchase_orders_of_supplier on purchase_orders (supplier_id, id);
  create index purchase_orders_expected on purchase_orders (expected_on)
    where state in ('sent', 'confirmed', 'partial');

  create table purchase_order_lines (
    id bigint generated always as identity primary key,
    purchase_order_id bigint not null references purchase_orders on delete cascade,
    position smallint not null,
    product_id integer not null references products,
    sku text not null,
    name_fr text not null,
    name_ar text,
    reference text, -- the supplier's
    ordered integer not null check (ordered > 0),
    received integer not null default 0 check (received >= 0),
    refused integer not null default 0 check (refused >= 0), -- came damaged and went back
    over_delivered integer not null default 0 check (over_delivered >= 0), -- taken though nobody had ordered it
    cost bigint not null check (cost >= 0), -- of a piece, in millimes without tax
    outstanding integer generated always as (greatest(0, ordered - received)) stored,
    unique (purchase_order_id, product_id),
    constraint received_was_ordered check (received <= ordered + over_delivered)
  );
  create index purchase_order_lines_awaited on purchase_order_lines (product_id) where outstanding > 0;

  select audit('purchase_orders', 'number', 'state_since'),
    audit('purchase_order_lines', 'sku', 'purchase_order_id product_id position name_fr name_ar outstanding');
`

const RECEIPTS = /* sql */ `
  -- What came at once. Its movements of stock bear its number: BC-2026-00012/1.
  create table purchase_receipts (
    id bigint generated always as identity primary key,
    number text not null unique,
    purchase_order_id bigint not null references purchase_orders on delete cascade,
    key text not null, -- of the request: sent again, it is the same receipt
    fingerprint bytea not null,
    delivery_note text,
    actor text not null,
    at timestamptz not null default now(),
    unique (purchase_order_id, key)
  );
  create table purchase_receipt_lines (
    receipt_id bigint not null references purchase_receipts on delete cascade,
    line_id bigint not null references purchase_order_lines on delete cascade,
    accepted integer not null check (accepted >= 0),
    refused integer not null default 0 check (refused >= 0),
    primary key (receipt_id, line_id),
    check (accepted + refused > 0)
  );
  create index purchase_receipt_lines_of_line on purchase_receipt_lines (line_id);

  -- How long it took from the order to the pieces, each time.
  create table lead_times (
    id bigint generated always as identity primary key,
    supplier_id integer not null references suppliers on delete cascade,
    product_id integer not null references products on delete cascade,
    receipt_id bigint not null references purchase_receipts on delete cascade,
    days integer not null check (days >= 0), -- of the calendar of Tunis
    quantity integer not null check (quantity > 0),
    received_at timestamptz not null default now()
  );
  create index lead_times_of_supplier on lead_times (supplier_id, product_id, days);
  create index lead_times_of_product on lead_times (product_id, days);
`

const INCOMING = /* sql */ `
  -- Pieces that are on order, and the first day some of them should come (null: nobody has said).
  create function incoming_stock(ids integer[])
    returns table (product_id integer, location_id integer, incoming integer, expected_on date) language sql stable as $$
    select l.product_id, o.location_id, sum(l.outstanding)::int, min(o.expected_on)
    from purchase_order_lines l
    join purchase_orders o on o.id = l.purchase_order_id and o.state in ('sent', 'confirmed', 'partial')
    where l.product_id = any (ids) and l.outstanding > 0 group by 1, 2
  $$;

  -- From how many pieces on a product is low at a place. What it was before, or null for the first time.
  create function limit_low_stock(of_product integer, at_location integer, pieces integer) returns integer
    language plpgsql as $$
  declare
    before jsonb := hold_levels(array[of_product]);
    was integer;
  begin
    select low_stock_at into was from stock_levels where product_id = of_product and location_id = at_location;
    insert into stock_levels (product_id, location_id, low_stock_at) values (of_product, at_location, pieces)
      on conflict (product_id, location_id) do update set low_stock_at = excluded.low_stock_at;
    perform tell_availability(before);
    return was;
  end $$;
`

const ABILITIES = /* sql */ `
  update roles set abilities = abilities || '{purchases:read}'
    where built_in and key in ('warehouse', 'buyer', 'accountant');
  update roles set abilities = abilities || '{purchases:write}' where built_in and key = 'buyer';
`
