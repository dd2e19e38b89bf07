import { BaseSchema } from '@adonisjs/lucid/schema'

/** Lists say more exactly where a part goes, and how many of it a vehicle takes. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- From the end of the car inwards: front-left-lower, rear-inner.
      alter table fitment_rules drop constraint fitment_rules_position_check,
        add constraint fitment_rules_position_check check (position = '' or ('-' || position) ~
          '^(-(front|rear)){0,1}(-(left|right)){0,1}(-(upper|lower)){0,1}(-(inner|outer|center|intermediate)){0,1}$');

      -- How many of it a vehicle takes there; null when nobody said.
      alter table fitment_rules add column quantity smallint check (quantity > 0);
      alter table fitments add column quantity smallint check (quantity > 0);

      create or replace function expand_fitment_rules(rules bigint[], only_type integer default null) returns integer
        language plpgsql as $$
      declare
        added integer;
      begin
        insert into fitments (product_id, vehicle_type_id, condition_id, rule_id, position, quantity)
        select r.product_id, v.vehicle_type_id, r.condition_id, min(r.id), r.position, max(r.quantity)
        from vehicles_of_rules(rules) v join fitment_rules r on r.id = v.rule_id
        where only_type is null or v.vehicle_type_id = only_type
        group by r.product_id, v.vehicle_type_id, r.condition_id, r.position
        on conflict do nothing;
        get diagnostics added = row_count;
        return added;
      end $$;

      drop function fitments_of(integer, integer, integer);
      create function fitments_of(product integer, after integer, vehicles integer)
        returns table (vehicle_type_id integer, "position" text, quantity smallint, text_fr text, text_ar text,
          is_direct boolean, place bigint)
        language plpgsql stable rows 30 as $$
      begin
        return query
          select f.vehicle_type_id, f.position, f.quantity, c.text_fr, c.text_ar, f.rule_id is null,
            dense_rank() over (order by f.vehicle_type_id)
          from fitments f join fit_conditions c on c.id = f.condition_id
          where f.product_id = product and f.vehicle_type_id in (
            select distinct n.vehicle_type_id from fitments n
            where n.product_id = product and n.vehicle_type_id > after order by 1 limit vehicles
          ) order by f.vehicle_type_id, f.position, c.id;
      end $$;
    `)
  }
}
