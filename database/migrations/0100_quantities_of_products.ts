import { BaseSchema } from '@adonisjs/lucid/schema'

/** Some parts are sold from so many pieces on, or in whole packs: spark plugs by four, bulbs by two. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(COLUMNS)
    this.schema.raw(DETAILS)
  }
}

/** Together they never ask for more than a cart holds: 999 pieces. */
const COLUMNS = /* sql */ `
  alter table products
    add column min_quantity smallint not null default 1 check (min_quantity between 1 and 500),
    add column pack_size smallint not null default 1 check (pack_size between 1 and 500);
`

const DETAILS = /* sql */ `
  -- As before, and in which quantities it is sold.
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
          'minQuantity', p.min_quantity, 'packSize', p.pack_size,
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
`
