import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- The vehicles there are now that rules speak of, whether or not another rule speaks of them too.
      create function vehicles_of_rules(rules bigint[]) returns table (rule_id bigint, vehicle_type_id integer)
        language sql stable as $$
        select r.id, t.id
        from fitment_rules r
        join vehicle_models m on m.make_id = r.make_id and (r.model_id is null or m.id = r.model_id)
        join vehicle_types t on t.model_id = m.id
          and (r.engine_code_norm = '' or t.engine_code_norm like r.engine_code_norm || '%')
          and (r.fuel = '' or t.fuel = r.fuel)
          and (r.power_kw is null or abs(t.power_kw - r.power_kw) <= 1)
          and (r.displacement_cc is null or abs(t.displacement_cc - r.displacement_cc) <= 30)
          and (r.year_from is null or t.produced_to is null or extract(year from t.produced_to) >= r.year_from)
          and (r.year_to is null or extract(year from t.produced_from) <= r.year_to)
        where r.id = any (rules)
      $$;

      -- Makes fitments of the given rules, for all vehicles or for one. Returns how many are new.
      drop function expand_fitment_rules(bigint[]);
      create function expand_fitment_rules(rules bigint[], only_type integer default null) returns integer
        language plpgsql as $$
      declare
        added integer;
      begin
        insert into fitments (product_id, vehicle_type_id, condition_id, rule_id, position)
        select r.product_id, v.vehicle_type_id, r.condition_id, min(r.id), r.position
        from vehicles_of_rules(rules) v join fitment_rules r on r.id = v.rule_id
        where only_type is null or v.vehicle_type_id = only_type
        group by r.product_id, v.vehicle_type_id, r.condition_id, r.position
        on conflict do nothing;
        get diagnostics added = row_count;
        return added;
      end $$;

      create index fitment_rules_of_product on fitment_rules (product_id, id);

      select audit('vehicle_types', 'name', 'popularity engine_code_norm');
      select audit('vehicle_aliases', 'alias', 'alias_norm');
    `)
  }
}
