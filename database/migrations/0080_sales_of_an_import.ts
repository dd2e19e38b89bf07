import { BaseSchema } from '@adonisjs/lucid/schema'

/** A list of former sales may be the wrong one: what it brought is known, and can be taken back. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table sales_history add column import_run_id bigint references import_runs on delete set null;
      create index sales_history_of_import on sales_history (import_run_id) where import_run_id is not null;
    `)
  }
}
