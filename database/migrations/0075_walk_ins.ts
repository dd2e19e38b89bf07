import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Who passes by, pays and leaves need not say who they are (docs/adr/0025-quotes.md). Everybody else still does: an
 * order that goes to somebody has a name and a telephone, and the table says so.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table order_contacts
        add column is_walk_in boolean not null default false,
        alter column full_name drop not null,
        alter column phone drop not null,
        add constraint only_walk_ins_are_unnamed check (is_walk_in or (full_name is not null and phone is not null));
    `)
  }
}
