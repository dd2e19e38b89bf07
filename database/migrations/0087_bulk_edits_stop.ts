import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who has carried a change of many products out, and who took it back; one that was stopped is neither done nor failed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table bulk_edits
        add column run_by text,
        add column undone_by text,
        drop constraint bulk_edits_state_check,
        add constraint bulk_edits_state_check
          check (state in ('preview', 'running', 'done', 'undoing', 'undone', 'failed', 'cancelled'));

      -- Who runs it and takes it back signs the entry of the log already.
      drop trigger audit_insert on bulk_edits;
      drop trigger audit_update on bulk_edits;
      drop trigger audit_delete on bulk_edits;
      select audit('bulk_edits', 'id', 'done changed last_product_id product_ids conflicts run_by undone_by');
    `)
  }
}
