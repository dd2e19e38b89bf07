import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What having it at hand, and being asked for, add to the relevance of a product.
      create function availability_bonus(availability smallint) returns float8 language sql immutable parallel safe
        return availability * 0.04;
      create function popularity_bonus(popularity integer) returns float8 language sql immutable parallel safe
        return least(0.1, ln(1 + popularity) * 0.01);

      -- The best products of a word that many know (champion lists: Manning, Raghavan and Schütze 2008, 7.1.3): the
      -- best of every category in turn, so that some of them know what else is asked for.
      create table search_champions (
        term text collate "C" not null,
        product_id integer not null,
        weight real not null,
        place smallint not null,
        primary key (term, product_id) include (weight, place)
      );

      -- Chooses the champions anew. Whatever knows fewer than 500 products is read whole and needs none.
      create function refresh_search_champions() returns void language sql as $$
        with lifted as (
          select p.term, p.product_id, p.weight, l.category_id,
            p.weight * (1 + availability_bonus(l.availability) + popularity_bonus(l.popularity)) as worth
          from search_terms t join search_postings p using (term) join product_listings l using (product_id)
          where t.products > 500
        ), taking_turns as (
          select *, row_number() over (partition by term, category_id order by worth desc, product_id) as turn
          from lifted
        ), best as materialized (
          select term, product_id, weight, place from (
            select *, row_number() over (partition by term order by turn, worth desc, product_id) as place
            from taking_turns where turn <= 160
          ) placed where place <= 160
        ), gone as (
          delete from search_champions c
          where not exists (select from best b where b.term = c.term and b.product_id = c.product_id)
        )
        insert into search_champions as c (term, product_id, weight, place)
        select term, product_id, weight, place from best order by term, product_id
        on conflict (term, product_id) do update set weight = excluded.weight, place = excluded.place
          where (c.weight, c.place) <> (excluded.weight, excluded.place)
      $$;
    `)
  }
}
