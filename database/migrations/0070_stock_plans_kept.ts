import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * PostgreSQL plans a statement about an array anew at every call, as a short one makes a cheaper plan than one of
 * unknown length, and what is in a function in SQL at every call of it. What every checkout asks of the stock was
 * planned for four times as long as it ran: these functions keep their plans.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create or replace function with_kits(ids integer[]) returns integer[] language plpgsql stable
        set plan_cache_mode = force_generic_plan as $$
      begin
        return array(select unnest(ids) union select kit_id from kit_components where component_id = any (ids));
      end $$;

      -- The promise itself: from the default place first, then from the others; the rest has to come. Who holds pieces
      -- at a place gets more of them there.
      create or replace function take_stock(for_holder text, wanted jsonb, until timestamptz) returns void
      language plpgsql set plan_cache_mode = force_generic_plan as $$
      begin
        with need as (
          select coalesce(k.component_id, w.product) as product_id, sum(w.quantity * coalesce(k.quantity, 1))::int as quantity
          from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
          group by 1
        ), places as (
          select s.product_id, s.location_id, l.is_default, n.quantity as need, s.on_hand - s.reserved as free,
            (sum(s.on_hand - s.reserved) over (partition by s.product_id order by l.is_default desc, l.id))::int as free_so_far,
            (sum(s.on_hand - s.reserved) over (partition by s.product_id))::int as free_at_all
          from need n join stock_levels s on s.product_id = n.product_id
          join locations l on l.id = s.location_id and l.kind in ('warehouse', 'store')
        ), taken as (
          select product_id, location_id, greatest(0, least(free, need - (free_so_far - free))) as quantity,
            case when is_default then greatest(0, need - free_at_all) else 0 end as backordered
          from places
        ), raised as (
          update stock_levels s set reserved = s.reserved + t.quantity, backordered = s.backordered + t.backordered
          from taken t
          where s.product_id = t.product_id and s.location_id = t.location_id and t.quantity + t.backordered > 0
        )
        insert into reservations as r (holder, product_id, location_id, quantity, backordered, expires_at)
        select for_holder, t.product_id, t.location_id, t.quantity, t.backordered, until
        from taken t where t.quantity + t.backordered > 0
        on conflict (holder, product_id, location_id) where state = 'held'
          do update set quantity = r.quantity + excluded.quantity, backordered = r.backordered + excluded.backordered;
      end $$;

      -- Leaves one event for each product whose availability is not what it was before the move.
      create or replace function tell_availability(before jsonb) returns void language plpgsql
        set plan_cache_mode = force_generic_plan as $$
      declare
        -- By themselves: beside a sub-select the function would not be a part of the plan.
        ids integer[] := array(select jsonb_object_keys(before)::int);
        changed integer[] := array(
          select a.product_id from availability_of(ids) a
          where a.availability <> (before ->> a.product_id::text)::int order by 1);
      begin
        -- Most moves change nothing that lists say.
        if changed <> '{}' then
          insert into outbox (aggregate, aggregate_id, type)
          select 'stock', id::text, 'stock.availability_changed' from unnest(changed) id;
        end if;
      end $$;

      -- The products that a holder holds.
      create or replace function held_products(of_holder text) returns integer[] language plpgsql stable as $$
      begin
        return array(select distinct product_id from reservations where holder = of_holder and state = 'held');
      end $$;

      alter function hold_levels(integer[]) set plan_cache_mode = force_generic_plan;
      alter function end_reservations(text, text, integer[]) set plan_cache_mode = force_generic_plan;
      alter function reserve_stock(text, jsonb, timestamptz) set plan_cache_mode = force_generic_plan;
      alter function take_over_stock(text, text, timestamptz) set plan_cache_mode = force_generic_plan;
    `)
  }
}
