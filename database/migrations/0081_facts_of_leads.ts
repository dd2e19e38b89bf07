import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the score of a lead was last made of: rules that nobody has saved yet are tried out on it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(FACTS)
  }
}

const FACTS = /* sql */ `
  alter table leads add column facts jsonb;

  -- No more than the score itself is it anybody's change.
  drop trigger audit_insert on leads;
  drop trigger audit_update on leads;
  drop trigger audit_delete on leads;
  select audit('leads', 'id',
      'field_origin score band terms facts ruleset scored_at distance_km engaged_at status_since name_folded',
      'name website address delegation locality latitude longitude tax_id reviews sites vehicles closed makes brands');
`
