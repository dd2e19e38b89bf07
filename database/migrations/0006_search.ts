import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table product_popularity (
        product_id integer primary key references products on delete cascade,
        score integer not null
      );

      -- One number per value of a facet, so that a listing carries its values as a small array.
      create table facet_values (
        id integer generated always as identity primary key,
        attribute_id integer not null references attributes on delete cascade,
        value text not null,
        unique (attribute_id, value)
      );

      -- The read side of lists and facets: published products only, one narrow row each, kept by
      -- refresh_product_listings() inside the writing transaction.
      create table product_listings (
        product_id integer primary key references products on delete cascade,
        brand_id integer not null,
        category_id integer,
        price bigint not null,
        availability smallint not null, -- 3 in_stock, 2 low_stock, 1 on_order, 0 out_of_stock
        quality text not null,
        popularity integer not null,
        published_at timestamptz not null,
        compare_at_price bigint,
        facet_value_ids integer[] not null,
        sku text not null,
        slug text not null,
        name_fr text collate "fr-x-icu" not null,
        name_ar text,
        image_path text
      );
      -- Facets count thousands of rows: these two hold all that they need, side by side.
      create index listings_by_category_price on product_listings (category_id, price, product_id)
        include (brand_id, availability, quality, facet_value_ids);
      create index listings_by_brand_price on product_listings (brand_id, price, product_id)
        include (category_id, availability, quality, facet_value_ids);
      create index listings_by_price on product_listings (price, product_id);
      create index listings_by_name on product_listings (name_fr, product_id);
      create index listings_by_age on product_listings (published_at, product_id);
      create index listings_by_popularity on product_listings (popularity, product_id);
      create index listings_by_facet_value on product_listings using gin (facet_value_ids);

      -- What the page of a published product shows and lists do not, in one value: collected when it is
      -- written because it is read far more often. No foreign key, which would be checked at every row
      -- of an import: details are read only beside their listing.
      create table product_details (
        product_id integer primary key,
        details json not null
      );

      -- Brings the details of the given products up to date; null means all of them.
      create function refresh_product_details(ids integer[]) returns void language plpgsql as $$
      begin
        delete from product_details d
        where (ids is null or d.product_id = any (ids))
          and not exists (select from product_listings l where l.product_id = d.product_id);

        insert into product_details as d (product_id, details)
        select l.product_id, json_build_object(
          'mpn', p.mpn, 'descriptionFr', p.description_fr, 'descriptionAr', p.description_ar,
          'quality', p.quality, 'taxRate', p.tax_rate, 'warrantyMonths', p.warranty_months,
          'weightG', p.weight_g, 'gtin', p.gtin, 'coreCharge', p.core_charge, 'orderable', p.orderable,
          'updatedAt', p.updated_at, 'numbers', coalesce(numbers.list, '[]'), 'images', coalesce(images.list, '[]'),
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

      -- Brings the listings and details of the given products up to date; null means all of them.
      create function refresh_product_listings(ids integer[]) returns void language plpgsql as $$
      begin
        insert into facet_values (attribute_id, value)
        select distinct pa.attribute_id, coalesce(pa.text_value, trim_scale(pa.number_value)::text, pa.boolean_value::text)
        from product_attributes pa join attributes a on a.id = pa.attribute_id and a.is_facet
        where ids is null or pa.product_id = any (ids)
        on conflict do nothing;

        delete from product_listings l
        using products p
        where p.id = l.product_id and (ids is null or p.id = any (ids))
          and (p.status <> 'active' or p.deleted_at is not null);

        insert into product_listings as l
          (product_id, brand_id, category_id, price, availability, quality, popularity, published_at,
           compare_at_price, facet_value_ids, sku, slug, name_fr, name_ar, image_path)
        select p.id, p.brand_id, p.category_id, p.price,
          case
            when stock.available > stock.low_stock_at then 3
            when stock.available > 0 then 2
            when p.orderable then 1
            else 0
          end,
          p.quality, coalesce(pop.score, 0), coalesce(p.published_at, p.created_at), p.compare_at_price,
          coalesce(facets.value_ids, '{}'), p.sku, p.slug, p.name_fr, p.name_ar, image.path
        from products p
        left join product_popularity pop on pop.product_id = p.id
        left join (
          select s.product_id, sum(on_hand - reserved)::int as available, sum(low_stock_at)::int as low_stock_at
          from stock_levels s where ids is null or s.product_id = any (ids) group by 1
        ) stock on stock.product_id = p.id
        left join (
          -- No more than fit the row of an index.
          select pa.product_id, (array_agg(f.id order by f.id))[:200] as value_ids
          from product_attributes pa
          join facet_values f on f.attribute_id = pa.attribute_id
            and f.value = coalesce(pa.text_value, trim_scale(pa.number_value)::text, pa.boolean_value::text)
          where ids is null or pa.product_id = any (ids) group by 1
        ) facets on facets.product_id = p.id
        left join (
          select distinct on (i.product_id) i.product_id, i.path from product_images i
          where ids is null or i.product_id = any (ids) order by i.product_id, i.position
        ) image on image.product_id = p.id
        where (ids is null or p.id = any (ids)) and p.status = 'active' and p.deleted_at is null
        on conflict (product_id) do update set
          brand_id = excluded.brand_id, category_id = excluded.category_id, price = excluded.price,
          availability = excluded.availability, quality = excluded.quality,
          popularity = excluded.popularity, published_at = excluded.published_at,
          compare_at_price = excluded.compare_at_price, facet_value_ids = excluded.facet_value_ids,
          sku = excluded.sku, slug = excluded.slug, name_fr = excluded.name_fr,
          name_ar = excluded.name_ar, image_path = excluded.image_path
        where (l.brand_id, l.category_id, l.price, l.availability, l.quality, l.popularity,
               l.published_at, l.compare_at_price, l.facet_value_ids, l.sku, l.slug, l.name_fr,
               l.name_ar, l.image_path)
          is distinct from
              (excluded.brand_id, excluded.category_id, excluded.price, excluded.availability,
               excluded.quality, excluded.popularity, excluded.published_at, excluded.compare_at_price,
               excluded.facet_value_ids, excluded.sku, excluded.slug, excluded.name_fr,
               excluded.name_ar, excluded.image_path);

        perform refresh_product_details(ids);
      end $$;
    `)
  }
}
