import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table locations (
        id integer generated always as identity primary key,
        code text not null unique,
        name text not null,
        kind text not null check (kind in ('warehouse', 'store', 'supplier', 'transit')),
        is_default boolean not null default false,
        created_at timestamptz not null default now()
      );
      create unique index one_default_location on locations (is_default) where is_default;
      insert into locations (code, name, kind, is_default)
        values ('depot', 'Dépôt central', 'warehouse', true), ('boutique', 'Boutique', 'store', false);

      create table stock_levels (
        product_id integer not null references products on delete cascade,
        location_id integer not null references locations,
        on_hand integer not null default 0,
        reserved integer not null default 0,
        backordered integer not null default 0 check (backordered >= 0),
        low_stock_at integer not null default 2 check (low_stock_at >= 0),
        primary key (product_id, location_id),
        constraint reserved_is_on_hand check (reserved between 0 and on_hand)
      ) with (fillfactor = 80);
      create index stock_levels_at_location on stock_levels (location_id, product_id);

      -- on_hand is always the sum of these.
      create table stock_movements (
        id bigint generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        location_id integer not null references locations,
        quantity integer not null check (quantity <> 0),
        cause text not null check (cause in
          ('opening', 'import', 'receipt', 'sale', 'return', 'transfer', 'stock_take', 'write_off')),
        reference text,
        actor text not null,
        at timestamptz not null default now()
      );
      create index stock_movements_of_product on stock_movements (product_id, at desc, id desc);
      create index stock_movements_at_location on stock_movements (location_id, product_id);

      -- What was sold, day by day: imported history and our own orders. Returns are negative.
      create table sales_history (
        id bigint generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        sold_on date not null,
        quantity integer not null check (quantity <> 0),
        unit_price bigint,
        document text,
        source text not null
      );
      create index sales_history_of_product on sales_history (product_id, sold_on);
      create index sales_history_by_day on sales_history (sold_on);
    `)
  }
}
