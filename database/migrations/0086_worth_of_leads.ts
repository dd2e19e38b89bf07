import { BaseSchema } from '@adonisjs/lucid/schema'

/** Leads: found by the firm of a matricule, listed in the order of their worth, left alone with all their parts, and covered in the log. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(FIRMS)
    this.schema.raw(LEFT_ALONE)
    this.schema.raw(COVERED)
    this.schema.raw(ORDER)
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

const ORDER = /* sql */ `
  -- Those worth most first; of equals who showed interest last, then who is nearest.
  drop index leads_by_score;
  drop index leads_by_status;
  drop index leads_by_governorate;
  drop index leads_by_segment;
  create index leads_by_score on leads (score desc, coalesce(engaged_at, '-infinity') desc, (-coalesce(distance_km, 'infinity')) desc, id desc)
    where merged_into is null;
  create index leads_by_status on leads (status, score desc, coalesce(engaged_at, '-infinity') desc, (-coalesce(distance_km, 'infinity')) desc, id desc)
    where merged_into is null;
  create index leads_by_governorate on leads (governorate, score desc, coalesce(engaged_at, '-infinity') desc, (-coalesce(distance_km, 'infinity')) desc, id desc)
    where merged_into is null;
  create index leads_by_segment on leads (segment, score desc, coalesce(engaged_at, '-infinity') desc, (-coalesce(distance_km, 'infinity')) desc, id desc)
    where merged_into is null;
`
