import { BaseSchema } from '@adonisjs/lucid/schema'

/** Lists of businesses are imported by those who work leads, and taken back (docs/adr/0022-leads.md). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(CHANGES)
    this.schema.raw(RIGHTS)
  }
}

const CHANGES = /* sql */ `
  -- What a list made a source say, until the list is taken back.
  create table lead_import_changes (
    id bigint generated always as identity primary key,
    run_id bigint not null references import_runs on delete cascade,
    source_id bigint references lead_sources on delete set null,
    before jsonb, -- what it said until then; null: the list made it
    seen_before timestamptz,
    after jsonb, -- null once it was taken back
    undone_at timestamptz,
    conflicts jsonb not null default '[]' -- what had changed since, and was kept
  );
  create index lead_import_changes_of_run on lead_import_changes (run_id, id);
  create index lead_import_changes_of_source on lead_import_changes (source_id);

  -- Telephones and mail addresses of what a source says, but for some.
  create function contacts_without(says jsonb, gone text[]) returns jsonb language sql immutable parallel safe as $$
    select jsonb_build_object(
      'phones', coalesce((select jsonb_agg(p) from jsonb_array_elements_text(says -> 'phones') p where p <> all (gone)), '[]'),
      'emails', coalesce((select jsonb_agg(e) from jsonb_array_elements_text(says -> 'emails') e where e <> all (gone)), '[]'))
  $$;
`

const RIGHTS = /* sql */ `
  update roles set abilities = abilities || '{imports:read,imports:write}' where built_in and key = 'sales';
`
