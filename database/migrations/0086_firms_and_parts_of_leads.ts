import { BaseSchema } from '@adonisjs/lucid/schema'

/** Leads are found by the firm of their matricule, however much of it is told; parts of those left alone are so too. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(FIRMS)
    this.schema.raw(LEFT_ALONE)
    this.schema.raw(COVERED)
  }
}

const FIRMS = /* sql */ `
  create index lead_keys_by_firm on lead_keys (left(value, 8)) where kind = 'tax';
`

const LEFT_ALONE = /* sql */ `
  update leads p set opted_out = true, status = 'never_contact', status_since = now()
  from leads l where p.merged_into = l.id and l.opted_out and not p.opted_out;
  update lead_tasks set done_at = now()
  where done_at is null and lead_id in (select id from leads where opted_out);
`

const COVERED = /* sql */ `
  -- What a business does and where it is, too, may be Google's words.
  drop trigger audit_insert on leads;
  drop trigger audit_update on leads;
  drop trigger audit_delete on leads;
  select audit('leads', 'id',
      'field_origin score band terms facts ruleset scored_at distance_km engaged_at status_since name_folded',
      'name segment website address governorate delegation locality latitude longitude tax_id reviews sites vehicles closed makes brands');
`
