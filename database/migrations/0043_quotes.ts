import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create sequence quote_numbers;
      create function next_quote_number() returns text language sql volatile as $$
        select format('D-%s-%s', to_char(day_in_tunis(), 'YYYY'), lpad(nextval('quote_numbers')::text, 6, '0'))
      $$;

      -- What somebody was offered, and until when it is held (docs/adr/0025-quotes.md). One that is open and past its
      -- time has expired. Contacts are nulls once they were erased.
      create table quotes (
        id bigint generated always as identity primary key,
        number text not null unique default next_quote_number(),
        state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
        customer_id integer references customers on delete set null,
        full_name text collate "fr-x-icu",
        phone text,
        email text,
        vehicle_type_id integer references vehicle_types on delete set null,
        locale text not null,
        promotions jsonb not null,
        total bigint not null, -- millimes, tax included, without carriage
        reason text, -- why it was refused
        order_id bigint unique references orders,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        state_since timestamptz not null default now(),
        check ((state = 'accepted') = (order_id is not null)),
        check ((state = 'refused') = (reason is not null))
      );
      create index quotes_open on quotes (expires_at) where state = 'open';
      create index quotes_by_state on quotes (state, id);
      create index quotes_of_phone on quotes (phone) where state = 'open';
      create index quotes_of_customer on quotes (customer_id) where customer_id is not null;
      create index quotes_for_vehicle on quotes (vehicle_type_id) where vehicle_type_id is not null;

      create table quote_lines (
        quote_id bigint not null references quotes on delete cascade,
        position smallint not null,
        product_id integer not null references products,
        sku text not null,
        name_fr text not null,
        name_ar text,
        quantity integer not null check (quantity > 0),
        unit_price bigint not null,
        tax_rate smallint not null,
        discount bigint not null,
        primary key (quote_id, position)
      );
      create index quote_lines_of_product on quote_lines (product_id);

      select audit('quotes', 'number', 'customer_id full_name phone email locale promotions state_since');
    `)
  }
}
