import { BaseSchema } from '@adonisjs/lucid/schema'

/** Products without a category say so, as their names then tell more of what they are. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      set local statement_timeout = 0;

      -- Brings the words of the given products up to date, in the transaction that changed them; null means all.
      -- Whose words are the same is left alone. Brand, quality and categories are words too: brand:7, category:12;
      -- who is in none is category:none.
      create or replace function refresh_search_documents(ids integer[]) returns void language plpgsql as $$
      begin
        -- "ids is null or id = any (ids)" would be planned as a scan of everything.
        if ids is null then
          ids := array(select id from products);
        end if;
        with recursive wanted as materialized (
          select id, brand_id, category_id, quality, mpn, name_fr, name_ar, description_fr, description_ar,
            status = 'active' and deleted_at is null as shown
          from products where id = any (ids)
        ), paths (category_id, id, parent_id, names) as (
          select id, id, parent_id, concat_ws(' ', name_fr, name_ar) from categories
          where id in (select category_id from wanted)
          union all
          select p.category_id, c.id, c.parent_id, concat_ws(' ', c.name_fr, c.name_ar)
          from paths p join categories c on c.id = p.parent_id
        ), categorised as materialized (
          select category_id, index_words(string_agg(names, ' ')) as words,
            array_to_tsvector(array_agg('category:' || id)) as marks
          from paths group by 1
        ), attributed as materialized (
          select product_id, left(string_agg(text_value, ' ' order by attribute_id), 4000) as texts
          from product_attributes
          where text_value is not null and product_id = any (ids) group by 1
        ), current as materialized (
          select w.id, case when w.shown then
            setweight(index_words(concat_ws(' ', w.name_fr, w.name_ar)), 'A')
              || setweight(index_words(concat_ws(' ', b.name, w.mpn)) || coalesce(c.words, ''), 'B')
              || setweight(index_words(left(concat_ws(' ', w.description_fr, w.description_ar), 4000)), 'C')
              || setweight(coalesce(index_words(x.texts), ''), 'D')
              || array_to_tsvector(array['brand:' || w.brand_id, 'quality:' || w.quality])
              || coalesce(c.marks, array_to_tsvector(array['category:none']))
            end as words
          from wanted w join brands b on b.id = w.brand_id
          left join categorised c on c.category_id = w.category_id
          left join attributed x on x.product_id = w.id
        ), differing as materialized (
          select c.id, c.words from current c left join search_documents d on d.product_id = c.id
          where c.words is distinct from d.words
        ), dropped as (
          delete from search_documents s using differing d where d.words is null and s.product_id = d.id
        )
        insert into search_documents (product_id, words, terms, weights)
        select d.id, d.words, w.terms, w.weights
        from differing d cross join lateral search_weights(d.words) w
        where d.words is not null
        on conflict (product_id) do update
          set words = excluded.words, terms = excluded.terms, weights = excluded.weights;
        -- The first products of a shop tell what a usual length is.
        if (select products = 0 from search_statistics) then
          perform refresh_search_averages();
          perform weigh_search_documents(ids);
        end if;
      end $$;

      select refresh_search_documents(array(select id from products where category_id is null));
      select refresh_search_statistics();
      select refresh_search_champions();
    `)
  }
}
