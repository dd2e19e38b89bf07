import { BaseSchema } from '@adonisjs/lucid/schema'

/** What follows from forecasts: what to look at, and what to buy (docs/adr/0024-forecasts-at-work.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table insights (
        id integer generated always as identity primary key,
        kind text not null check (kind in ('restock', 'spike', 'decline', 'dead_stock', 'lost_sales')),
        product_id integer not null references products on delete cascade,
        value bigint not null check (value > 0), -- millimes at stake
        arithmetic jsonb not null, -- the figures it was reckoned from
        status text not null default 'open' check (status in ('open', 'done', 'dismissed', 'lapsed')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        closed_at timestamptz check ((closed_at is null) = (status = 'open'))
      );
      create unique index insights_open_once on insights (product_id, kind) where status = 'open';
      create index insights_by_value on insights (status, value desc, id desc);
      create index insights_of_product on insights (product_id, kind, closed_at);

      create table purchase_proposals (
        id integer generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        supplier_id integer not null references suppliers on delete cascade,
        quantity integer not null check (quantity > 0),
        cost bigint not null check (cost >= 0), -- of a piece, millimes without tax
        value bigint not null, -- sales that would be missed, millimes
        within_budget boolean not null default true,
        arithmetic jsonb not null,
        state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'lapsed')),
        purchase_order text, -- number of the draft it went to
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        closed_at timestamptz check ((closed_at is null) = (state = 'open'))
      );
      create unique index purchase_proposals_open_once on purchase_proposals (product_id) where state = 'open';
      create index purchase_proposals_by_value on purchase_proposals (state, value desc, id desc);
      create index purchase_proposals_of_product on purchase_proposals (product_id, closed_at);
      create index purchase_proposals_of_supplier on purchase_proposals (supplier_id);
    `)
  }
}
