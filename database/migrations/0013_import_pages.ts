import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table import_runs drop constraint import_runs_state_check;
      alter table import_runs
        add constraint import_runs_state_check check (state in
          ('uploaded', 'checking', 'checked', 'staging', 'applying', 'paused', 'done', 'failed', 'cancelled',
           'rolling_back', 'rolled_back')),
        add column upload uuid, -- folder of the file; none when a command read it where it lay
        add column file_bytes bigint,
        add column rows_read integer not null default 0, -- how far a reading has come
        add column layout jsonb, -- how the file is understood: format, columns with samples
        add column preview jsonb, -- what a dry run found
        add column undone jsonb, -- what a rollback could not set back
        add column undone_by text;
      create index import_runs_of_state on import_runs (state, id desc);

      -- What people have said about the columns of a supplier's lists, or of lists with these headers.
      create table import_mappings (
        id integer generated always as identity primary key,
        entity text not null,
        lists text not null, -- supplier:stafim, headers:9f86d081…
        choices jsonb not null,
        updated_at timestamptz not null default now(),
        unique (entity, lists)
      );
    `)
  }
}
