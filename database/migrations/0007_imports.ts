import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table import_runs (
        id bigint generated always as identity primary key,
        entity text not null,
        file_name text not null,
        file_hash text not null,
        options jsonb not null default '{}',
        state text not null check (state in ('staging', 'applying', 'done', 'failed', 'cancelled')),
        rows_staged integer not null default 0,
        rows_applied integer not null default 0,
        counts jsonb not null default '{}',
        error text,
        actor text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index import_runs_newest on import_runs (created_at desc, id desc);
      create unique index one_live_import_of_a_file on import_runs (entity, file_hash)
        where state in ('staging', 'applying');
    `)
  }
}
