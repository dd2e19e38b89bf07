import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The page of a product was one statement over five tables, whose plan took longer to be set up than to run: its
 * listing and its details say all but the vehicles now, and those have a plan of their own that stays.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Not unique: two products may exchange their addresses in one transaction. That of products is.
      create index listings_by_slug on product_listings (slug);

      -- The next vehicles that a product fits, every position and condition of each, and which of the next they are.
      create function fitments_of(product integer, after integer, vehicles integer)
        returns table (vehicle_type_id integer, "position" text, text_fr text, text_ar text, is_direct boolean, place bigint)
        language plpgsql stable rows 30 as $$
      begin
        return query
          select f.vehicle_type_id, f.position, c.text_fr, c.text_ar, f.rule_id is null,
            dense_rank() over (order by f.vehicle_type_id)
          from fitments f join fit_conditions c on c.id = f.condition_id
          where f.product_id = product and f.vehicle_type_id in (
            select distinct n.vehicle_type_id from fitments n
            where n.product_id = product and n.vehicle_type_id > after order by 1 limit vehicles
          ) order by f.vehicle_type_id, f.position, c.id;
      end $$;

      create or replace function refresh_product_details(ids integer[]) returns void language plpgsql as $$
      begin
        delete from product_details d
        where (ids is null or d.product_id = any (ids))
          and not exists (select from product_listings l where l.product_id = d.product_id);

        insert into product_details as d (product_id, details)
        select l.product_id, json_build_object(
          'mpn', p.mpn, 'descriptionFr', p.description_fr, 'descriptionAr', p.description_ar,
          'quality', p.quality, 'taxRate', p.tax_rate, 'warrantyMonths', p.warranty_months,
          'weightG', p.weight_g, 'gtin', p.gtin, 'coreCharge', p.core_charge, 'orderable', p.orderable,
          'supersededById', p.superseded_by_id, 'updatedAt', p.updated_at,
          'numbers', coalesce(numbers.list, '[]'), 'images', coalesce(images.list, '[]'),
          'attributes', coalesce(attributes.list, '[]'), 'priceHistory', coalesce(prices.list, '[]'))
        from product_listings l
        join products p on p.id = l.product_id
        left join (
          select n.product_id, json_agg(json_build_object(
            'kind', kind, 'number', number, 'owner', nullif(owner, '')) order by kind, owner, number) as list
          from part_numbers n where ids is null or n.product_id = any (ids) group by 1
        ) numbers on numbers.product_id = l.product_id
        left join (
          select i.product_id, json_agg(json_build_object(
            'path', path, 'altFr', alt_fr, 'altAr', alt_ar) order by position) as list
          from product_images i where ids is null or i.product_id = any (ids) group by 1
        ) images on images.product_id = l.product_id
        left join (
          select a.product_id, json_agg(json_build_object('id', attribute_id, 'value',
            coalesce(to_json(number_value), to_json(text_value), to_json(boolean_value)))) as list
          from product_attributes a where ids is null or a.product_id = any (ids) group by 1
        ) attributes on attributes.product_id = l.product_id
        left join (
          -- The newest ten.
          select h.product_id, json_agg(json_build_object('at', changed_at, 'price', new_price)
            order by changed_at desc, id desc) as list
          from (
            select c.*, row_number() over (partition by product_id order by changed_at desc, id desc) as nth
            from price_changes c
            where (ids is null or c.product_id = any (ids))
              and new_price is not null and new_price is distinct from old_price
          ) h where nth <= 10 group by 1
        ) prices on prices.product_id = l.product_id
        where ids is null or l.product_id = any (ids)
        on conflict (product_id) do update set details = excluded.details
        where d.details::text <> excluded.details::text;
      end $$;

      select refresh_product_details(null);
    `)
  }
}
