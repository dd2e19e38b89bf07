import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who got which report: the row and its mail are one commit, so nobody gets a week twice.
      create table report_deliveries (
        report text not null,
        week text not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
        staff_member_id integer not null references staff_members on delete cascade,
        delivered_at timestamptz not null default now(),
        primary key (report, week, staff_member_id)
      );

      -- What a VIN turned out to be is told by staff: who told it is kept like any other write.
      alter table vin_prefixes
        add column id text not null generated always as (prefix || ':' || vehicle_type_id::text) stored;
      select audit('vin_prefixes', 'prefix', 'last_confirmed_at last_confirmed_by');

      -- What the dashboard counts on every page: few rows of many.
      create index products_below_cost on products (id) where price < cost and status = 'active' and deleted_at is null;
      create index price_changes_by_day on price_changes (changed_at);
    `)
  }
}
