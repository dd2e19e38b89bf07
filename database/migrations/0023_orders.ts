import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What was asked once with a key and what it was answered: the answer is text, so that it comes again byte
      -- for byte, and commits with the effect. Scope is who asks and what for.
      create table idempotency_keys (
        scope text not null,
        key text not null,
        fingerprint bytea not null,
        state text not null default 'started' check (state in ('started', 'done')),
        phase text, -- how far work came that has several commits
        locked_until timestamptz not null,
        response_status smallint,
        response_body text,
        response_headers jsonb,
        resource_id text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '7 days',
        primary key (scope, key),
        check (state = 'started' or response_status is not null and response_body is not null)
      );
      create index idempotency_keys_expiring on idempotency_keys (expires_at);

      -- Claims a key for so many seconds. Outcome: begun (claim is what the end has to name), done (the answer is
      -- there), mismatch (another request had this key), busy (somebody is at work on it).
      create function begin_request(of_scope text, of_key text, print bytea, seconds integer, out outcome text,
        out claim timestamptz, out status smallint, out body text, out headers jsonb) language plpgsql as $$
      declare
        known record;
      begin
        insert into idempotency_keys (scope, key, fingerprint, locked_until)
          values (of_scope, of_key, print, clock_timestamp() + seconds * interval '1 second')
          on conflict (scope, key) do nothing returning locked_until into claim;
        outcome := 'begun';
        if found then
          return;
        end if;
        select * into known from idempotency_keys where scope = of_scope and key = of_key for update;
        if not found then
          outcome := 'busy';
        elsif known.fingerprint <> print then
          outcome := 'mismatch';
        elsif known.state = 'done' then
          outcome := 'done';
          status := known.response_status;
          body := known.response_body;
          headers := known.response_headers;
        elsif known.locked_until > clock_timestamp() then
          outcome := 'busy';
        else
          update idempotency_keys set locked_until = clock_timestamp() + seconds * interval '1 second'
            where scope = of_scope and key = of_key returning locked_until into claim;
        end if;
      end $$;

      create sequence order_numbers;
      create function next_order_number() returns text language sql volatile as $$
        select format('SAP-%s-%s', to_char(day_in_tunis(), 'YYYY'), lpad(nextval('order_numbers')::text, 6, '0'))
      $$;

      -- What the events of an order make of it, written with each of them.
      create table orders (
        id bigint generated always as identity primary key,
        number text not null unique default next_order_number(),
        version integer not null,
        state text not null check (state in ('placed', 'confirmed', 'completed', 'cancelled')),
        payment_state text not null check (payment_state in ('due', 'paid', 'refunded', 'void')),
        delivery_state text not null check (delivery_state in ('pending', 'shipped', 'delivered', 'returned', 'void')),
        payment_method text not null,
        shipping_option text not null,
        governorate text not null,
        locale text not null,
        pieces integer not null check (pieces > 0),
        subtotal bigint not null, -- millimes, tax included, as everything here
        discount bigint not null,
        shipping bigint not null,
        tax bigint not null, -- the part of the total that is tax
        total bigint not null,
        placed_at timestamptz not null,
        state_since timestamptz not null,
        check (total = subtotal - discount + shipping)
      ) with (fillfactor = 90);
      create index orders_newest on orders (id desc);
      create index orders_by_state on orders (state, id);
      create index orders_waiting on orders (state, state_since) where state in ('placed', 'confirmed');

      create table order_lines (
        order_id bigint not null references orders on delete cascade,
        position smallint not null,
        product_id integer not null references products,
        sku text not null,
        name_fr text not null,
        name_ar text,
        quantity integer not null check (quantity > 0),
        unit_price bigint not null,
        tax_rate smallint not null,
        line_total bigint not null,
        primary key (order_id, position)
      );
      create index order_lines_of_product on order_lines (product_id, order_id);

      -- Who an order is for; apart from what happened to it, so that it can be erased.
      create table order_contacts (
        order_id bigint primary key references orders on delete cascade,
        full_name text collate "fr-x-icu" not null,
        phone text not null,
        email text,
        delegation text not null,
        address text not null,
        postal_code text,
        notes text
      );
      create index order_contacts_by_phone on order_contacts (phone);

      create table order_events (
        order_id bigint not null references orders on delete cascade,
        version integer not null check (version > 0),
        type text not null,
        data jsonb not null default '{}',
        at timestamptz not null default now(),
        actor text not null,
        primary key (order_id, version)
      );
      create trigger order_events_are_append_only before update on order_events
        for each statement execute function refuse_rewriting();

      update roles set abilities = abilities || '{orders:read}'
        where built_in and key in ('counter', 'warehouse', 'sales', 'accountant', 'readonly');
      update roles set abilities = abilities || '{orders:write}' where built_in and key in ('counter', 'sales');

      -- From the cart to the order: lines and total are what the buyer has seen last.
      create table checkout_sessions (
        id uuid primary key default gen_random_uuid(),
        cart_id bigint references carts on delete set null,
        state text not null default 'open' check (state in ('open', 'completed')),
        lines jsonb not null,
        full_name text,
        phone text,
        governorate text,
        delegation text,
        address text,
        postal_code text,
        notes text,
        shipping_option text,
        shipping_price bigint,
        total bigint not null,
        locale text not null,
        order_id bigint references orders on delete set null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now()
      );
      create unique index open_checkout_of_cart on checkout_sessions (cart_id) where state = 'open';
      create index checkout_sessions_of_order on checkout_sessions (order_id) where order_id is not null;
      create index checkout_sessions_by_age on checkout_sessions (created_at);
    `)
  }
}
