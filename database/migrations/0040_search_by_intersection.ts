import { BaseSchema } from '@adonisjs/lucid/schema'

/** Words stand with their product, under an index that intersects: what a posting per word and product did before. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      set local statement_timeout = 0;

      -- A term as a query, whatever is in it.
      create function term_query(term text) returns tsquery language sql immutable parallel safe
        return ('''' || replace(replace(term, '\\', '\\\\'), '''', '''''') || '''')::tsquery;

      -- What a document is about: each of its words in the form of the index, and how much (search_weights below).
      alter table search_documents
        add column terms text[] not null default '{}', add column weights real[] not null default '{}',
        -- Read for every candidate of a search; the words themselves only for neighbours.
        alter column terms set storage main, alter column weights set storage main,
        alter column words set storage external;

      -- How much a text is about each of its words, between 0 and 1. BM25F (Robertson, Zaragoza, Taylor 2004): fields
      -- count 1, 1, 1 and 0.2, their lengths by half or more, and repetition saturates at 0.6 (bench/relevance.ts).
      -- Labels of positions tell the field.
      create function search_weights(words tsvector) returns table (terms text[], weights real[])
      language sql stable parallel safe as $$
        with length_of as materialized (
          select 1 / (0.5 + 0.5 * length(ts_filter(words, '{a}')) / s.name_words) as a,
            1 / (0.3 + 0.7 * length(ts_filter(words, '{b}')) / s.brand_words) as b,
            1 / (0.3 + 0.7 * length(ts_filter(words, '{c}')) / s.description_words) as c,
            0.2 / (0.1 + 0.9 * length(ts_filter(words, '{d}')) / s.attribute_words) as d
          from search_statistics s
        ), frequencies as (
          select index_term(t.lexeme) collate "C" as term,
            sum(case when t.positions is null then 1e6 else
              cardinality(array_positions(t.weights, 'A')) * f.a + cardinality(array_positions(t.weights, 'B')) * f.b
                + cardinality(array_positions(t.weights, 'C')) * f.c + cardinality(array_positions(t.weights, 'D')) * f.d
            end) as tf
          from length_of f cross join unnest(words) t
          group by 1
        )
        select coalesce(array_agg(term::text order by term), '{}'),
          coalesce(array_agg((tf / (tf + 0.6))::real order by term), '{}')
        from frequencies where term is not null
      $$;

      -- Brings the words of the given products up to date, in the transaction that changed them; null means all.
      -- Whose words are the same is left alone. Brand, quality and categories are words too: brand:7, category:12.
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
              || array_to_tsvector(array['brand:' || w.brand_id, 'quality:' || w.quality]) || coalesce(c.marks, '')
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

      -- Weighs the words of the given documents anew.
      create function weigh_search_documents(ids integer[]) returns void language sql as $$
        update search_documents d set terms = w.terms, weights = w.weights
        from search_documents n cross join lateral search_weights(n.words) w
        where n.product_id = any (ids) and d.product_id = n.product_id
          and (d.terms, d.weights) is distinct from (w.terms, w.weights)
      $$;

      -- Counts the words anew. Returns how many different ones there are.
      create or replace function refresh_search_statistics() returns integer language plpgsql as $$
      declare
        counted integer;
      begin
        with present as materialized (
          select term collate "C" as term, count(*)::int as products
          from search_documents d cross join unnest(d.terms) term group by 1
        ), gone as (
          delete from search_terms t where not exists (select from present p where p.term = t.term)
        )
        insert into search_terms as t (term, products) select term, products from present
        on conflict (term) do update set products = excluded.products where t.products <> excluded.products;
        get diagnostics counted = row_count;
        update search_statistics set products = (select count(*) from search_documents);
        return counted;
      end $$;

      -- Chooses the champions anew.
      create or replace function refresh_search_champions() returns void language sql as $$
        with lifted as (
          select t.term, d.product_id, w.weight, l.category_id,
            w.weight * (1 + availability_bonus(l.availability) + popularity_bonus(l.popularity)) as worth
          from search_documents d cross join unnest(d.terms, d.weights) w (term, weight)
          join search_terms t on t.term = w.term join product_listings l using (product_id)
          where has_champions(t.products)
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

      -- Products of a word, as its index knows it: the champions where many know it, all of them where few do.
      create function best_of_terms(asked text[]) returns setof integer language plpgsql stable
        set plan_cache_mode = force_generic_plan as $$
      declare
        rare tsquery;
      begin
        return query select c.product_id from search_champions c where c.term = any (asked);
        select string_agg(term_query(a)::text, ' | ')::tsquery into rare
          from unnest(asked) a where not exists (select from search_champions c where c.term = a);
        if rare is not null then
          return query select product_id from search_documents where array_to_tsvector(terms) @@ rare;
        end if;
      end $$;

      -- Products to be scored for what is asked, looked for in one way after the other, until enough are found:
      -- ways of one level are tried together, of a further level only when there are too few still.
      --   query  products that know these words
      --   car    and fit one of the cars
      --   terms  or the best that know one of these
      -- A way is gone most products far; the champions of the rarest word asked for stand for those beyond. What few
      -- satisfy wholly is never crowded out: a level adds up to ranked in all, champions first.
      create function search_candidates(ways jsonb, cars integer[], asked text[], enough integer, most integer, ranked integer)
        returns table (product_id integer, level integer) language plpgsql stable
        set plan_cache_mode = force_generic_plan as $$
      declare
        way record;
        found integer[] := '{}';
        levels integer[] := '{}';
        pool integer[] := '{}';
        more integer[];
        now_at integer := 0;
      begin
        for way in select * from jsonb_to_recordset(ways || '[{}]') w (level int, query text, car boolean, terms text[])
        loop
          if way.level is distinct from now_at then
            pool := array(select distinct p from unnest(pool) p where p <> all (found));
            if cardinality(found) + cardinality(pool) > ranked then
              pool := array(
                select p from unnest(pool) p
                left join (select c.product_id, min(c.place) as place from search_champions c
                           where c.term = any (asked) group by 1) c on c.product_id = p
                order by c.place, p limit ranked - cardinality(found));
            end if;
            found := found || pool;
            levels := levels || array_fill(now_at, array[cardinality(pool)]);
            exit when way.level is null or cardinality(found) >= enough;
            now_at := way.level;
            pool := '{}';
          end if;
          if way.terms is not null then
            more := array(select best_of_terms(way.terms) limit most);
          elsif way.query is null then
            more := array(select distinct f.product_id from fitments f where vehicle_type_id = any (cars) limit most);
          else
            more := array(select d.product_id from search_documents d
                          where array_to_tsvector(terms) @@ way.query::tsquery limit most);
            if cardinality(more) = most and ranked < most then
              more := more || array(
                select c.product_id from search_champions c where c.term = (
                  select t.term from search_terms t
                  where t.term = any (asked) and has_champions(t.products) order by t.products limit 1));
            end if;
          end if;
          if way.car and way.query is not null then
            if cardinality(more) > 1000 then
              more := array(select unnest(more) intersect
                            select f.product_id from fitments f where vehicle_type_id = any (cars));
            else
              more := array(select p from unnest(more) p where exists (
                        select from fitments f where f.product_id = p and f.vehicle_type_id = any (cars)));
            end if;
          end if;
          pool := pool || more;
        end loop;
        return query select * from unnest(found, levels);
      end $$;

      -- Products by what staff type above a list: a number or how it begins, or every word of the name; whatever
      -- their status. Published ones are found by the index of the shop, the few others one by one.
      create or replace function find_staff_products(words text) returns setof integer language plpgsql stable as $$
      declare
        norm text := norm_ref(words);
        typed text[] := array(select w from unnest(string_to_array(fold_words(words), ' ')) w where w <> '');
        query tsquery;
      begin
        if length(norm) >= 3 then
          return query select n.product_id from part_numbers n
            where n.number_norm >= norm collate "C" and n.number_norm < (norm || '~') collate "C";
        end if;
        if typed <> '{}' then
          select string_agg(term_query(coalesce(index_term(t), t))::text || ':*', ' & ')::tsquery into query
            from unnest(typed) t;
          return query select d.product_id from search_documents d where array_to_tsvector(terms) @@ query;
          return query select p.id from products p
            where p.status <> 'active' and p.deleted_at is null
              and fold_words(concat_ws(' ', p.sku, p.name_fr, p.name_ar)) like all (
                select '%' || coalesce(index_term(t), t) || '%' from unnest(typed) t);
        end if;
      end $$;

      drop function weigh_search_postings(integer[]);
      drop function search_weights(integer[]);
      drop table search_postings;
      select weigh_search_documents(array(select product_id from search_documents));
      -- A short list of what is not in the index yet: every search reads it through.
      create index search_documents_terms on search_documents using gin (array_to_tsvector(terms))
        with (gin_pending_list_limit = 256);
    `)
  }
}
