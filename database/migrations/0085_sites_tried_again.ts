import { BaseSchema } from '@adonisjs/lucid/schema'

/** A site that was out of reach is tried again on one of the next nights, not after two months. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(SITES)
  }
}

const SITES = /* sql */ `
  alter table prospector_sites
    add column failures smallint not null default 0 check (failures >= 0), -- in a row
    add column next_read_at timestamptz; -- at once while it is null
  update prospector_sites set next_read_at = read_at
    + case when reason in ('unreachable', 'busy') then interval '1 day' else interval '60 days' end;

  drop index prospector_sites_due;
  create index prospector_sites_due on prospector_sites (next_read_at nulls first, id);
`
