import { BaseSchema } from '@adonisjs/lucid/schema'

/** Among ten thousand leads a name is found in the time of a page: folding each of them anew took most of a second. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(FOLDED)
  }
}

const FOLDED = /* sql */ `
  drop index leads_by_name;
  alter table leads add column name_folded text not null generated always as (fold_words(coalesce(name, ''))) stored;
  create index leads_by_name on leads using gin (name_folded gin_trgm_ops);

  -- The log never learns what Google said, however it is written.
  drop trigger audit_insert on leads;
  drop trigger audit_update on leads;
  drop trigger audit_delete on leads;
  select audit('leads', 'id',
      'field_origin score band terms ruleset scored_at distance_km engaged_at status_since name_folded',
      'name website address delegation locality latitude longitude tax_id reviews sites vehicles closed makes brands');
`
