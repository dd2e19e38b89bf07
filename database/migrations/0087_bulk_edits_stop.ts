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
    `)
  }
}
