import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whoever calls says a name, or part of a telephone: both are found in one index, whatever the accents. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- A space stands before each word, so that the beginning of any of them can be asked for.
      alter table order_contacts add column found_by text not null
        generated always as (' ' || fold_words(coalesce(full_name, '') || ' ' || coalesce(phone, ''))) stored;
      create index order_contacts_found on order_contacts using gin (found_by gin_trgm_ops);
    `)
  }
}
