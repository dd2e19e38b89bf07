import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table categories add column genart_id integer unique, add column pcdb_id integer unique;

      -- A number of a maker that was replaced by another one; chains and, in real data, cycles.
      create table supersessions (
        id bigint generated always as identity primary key,
        owner text not null default '',
        owner_norm text collate "C" not null generated always as (norm_ref(owner)) stored,
        old_number text not null check (norm_ref(old_number) <> ''),
        old_norm text collate "C" not null generated always as (norm_ref(old_number)) stored,
        new_number text not null check (norm_ref(new_number) <> ''),
        new_norm text collate "C" not null generated always as (norm_ref(new_number)) stored,
        source text not null default 'staff',
        unique (owner_norm, old_norm, new_norm),
        check (norm_ref(old_number) <> norm_ref(new_number))
      );
      create index supersessions_by_old on supersessions (old_norm);

      -- What staff decided about a pair of products, for ever.
      create table equivalence_verdicts (
        product_a integer not null references products on delete cascade,
        product_b integer not null references products on delete cascade,
        verdict text not null check (verdict in ('confirmed', 'rejected')),
        note text,
        decided_by text not null,
        decided_at timestamptz not null default now(),
        primary key (product_a, product_b),
        check (product_a < product_b)
      );
      create index equivalence_verdicts_of_b on equivalence_verdicts (product_b);

      -- Words that mean the same, and what they mean: a part type, a position, or nothing worth searching for.
      create table concepts (
        id integer generated always as identity primary key,
        code text not null unique check (code ~ '^[a-z0-9]+([-_][a-z0-9]+)*$'),
        kind text not null check (kind in ('part', 'position', 'quality', 'fuel', 'filler')),
        category_slugs text[] not null default '{}' -- of a part: where such parts are, the likeliest first
      );
      create table synonyms (
        id integer generated always as identity primary key,
        concept_id integer not null references concepts on delete cascade,
        language text not null check (language in ('fr', 'ar', 'arabizi', 'en')),
        term text not null check (fold_words(term) <> ''),
        term_norm text not null generated always as (fold_words(term)) stored,
        source text not null default 'seed',
        unique (concept_id, term_norm)
      );
      create index synonyms_by_term on synonyms (term_norm);

      -- Demand that found nothing: searches, and what customers ask for on the telephone.
      create table unmet_demand (
        id bigint generated always as identity primary key,
        kind text not null check (kind in ('search', 'telephone')),
        words text not null,
        words_norm text not null generated always as (fold_words(words)) stored,
        vehicle_type_id integer references vehicle_types on delete set null,
        contact text,
        note text,
        asked integer not null default 1 check (asked > 0),
        asked_on date not null default current_date,
        last_asked_at timestamptz not null default now(),
        recorded_by text not null default 'shop'
      );
      create unique index unmet_searches_of_a_day on unmet_demand (asked_on, words_norm) where kind = 'search';
      create index unmet_demand_newest on unmet_demand (last_asked_at desc, id desc);

      -- Words as they stand: what a plural or a joint is, index_term() says.
      create text search configuration shop (copy = simple);

      -- One form for a word and its plural, French or English: batteries, batterie, battery; null for words that only
      -- join others. Stemming more than that costs three points of NDCG (bench/relevance.ts).
      -- The twin in TypeScript is app/search/index/index_term.ts; both read the same test vectors.
      create function index_term(word text) returns text language sql immutable parallel safe
        return case
          when word in ('a', 'au', 'aux', 'avec', 'and', 'ce', 'ces', 'dans', 'de', 'des', 'du', 'en', 'et', 'for', 'in', 'la',
            'le', 'les', 'leur', 'of', 'on', 'or', 'ou', 'par', 'pour', 'qui', 'sa', 'son', 'sur', 'the', 'to', 'un',
            'une', 'with', 'من', 'في', 'مع', 'علي', 'الي', 'عن', 'متاع', 'و') then null
          when length(word) < 4 then word
          when word like '%ies' then left(word, -3) || 'y'
          when word like '%ie' then left(word, -2) || 'y'
          when word like '%ux' then left(word, -1)
          when word like '%s' and word not like '%ss' and word not similar to '%[0-9]s' then left(word, -1)
          else word
        end;

      -- The words of a product by where they stand: A name, B brand and category, C description, D attributes.
      create table search_documents (
        product_id integer primary key references products on delete cascade,
        words tsvector not null
      );

      -- One row per word and product; weight is how much the product is about the word, between 0 and 1.
      create table search_postings (
        term text collate "C" not null,
        product_id integer not null,
        weight real not null,
        primary key (term, product_id) include (weight)
      );

      -- How many products know a word: statistics, refreshed by reindex and every night.
      create table search_terms (
        term text collate "C" primary key,
        products integer not null
      );
      create index search_terms_similar on search_terms using gin (term gin_trgm_ops);

      -- Mean number of words per field; weights are relative to them.
      create table search_statistics (
        id boolean primary key default true check (id),
        name_words real not null,
        brand_words real not null,
        description_words real not null,
        attribute_words real not null,
        products integer not null
      );
      insert into search_statistics values (true, 20, 4, 30, 12, 0);

      -- The words of a text. What fold_words does, at a tenth of its price: punctuation is left to the parser.
      create function index_words(words text) returns tsvector language plpgsql stable parallel safe as $$
      declare
        plain text := lower(public.unaccent('public.unaccent'::regdictionary,
          translate(normalize(words, nfkc), '-/_+\\,’', '     .''')));
      begin
        if octet_length(plain) > char_length(plain) then
          plain := replace(replace(replace(' ' || translate(plain,
            'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،' || U&'\\0640\\064B\\064C\\064D\\064E\\064F\\0650\\0651\\0652',
            'اااايهوي01234567890123456789 '), ' ال', ' '), ' وال', ' '), ' لل', ' ');
        end if;
        if plain like '%.%' then
          plain := regexp_replace(plain, '([^0-9 ])[.]+([^0-9 ])', '\\1 \\2', 'g');
        end if;
        return to_tsvector('public.shop', replace(replace(' ' || plain, ' d''', ' '), ' l''', ' '));
      end $$;

      -- Brings the words of the given products up to date, in the transaction that changed them; null means all.
      -- Whose words are the same is left alone. Brand, quality and categories are words too: brand:7, category:12.
      create function refresh_search_documents(ids integer[]) returns void language plpgsql as $$
      declare
        added integer[];
        changed integer[];
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
          select c.id, c.words, d.words as former
          from current c left join search_documents d on d.product_id = c.id
          where c.words is distinct from d.words
        ), forgotten as (
          delete from search_postings p
          using (select d.id, index_term(t.lexeme) as term from differing d, unnest(d.former) t
                 except select d.id, index_term(t.lexeme) from differing d, unnest(d.words) t) f
          where p.term = f.term and p.product_id = f.id
        ), dropped as (
          delete from search_documents s using differing d where d.words is null and s.product_id = d.id
        ), kept as (
          insert into search_documents (product_id, words)
          select id, words from differing where words is not null
          on conflict (product_id) do update set words = excluded.words
          returning product_id, xmax = 0 as is_new
        )
        select array_agg(product_id) filter (where is_new), array_agg(product_id) filter (where not is_new)
        into added, changed from kept;
        -- The first products of a shop tell what a usual length is.
        if (select products = 0 from search_statistics) then
          perform refresh_search_averages();
        end if;
        -- Looking for former postings costs as much as writing them: new products have none.
        insert into search_postings (term, product_id, weight) select * from search_weights(added);
        perform weigh_search_postings(changed);
      end $$;

      -- How much the given products are about each of their words. BM25F (Robertson, Zaragoza, Taylor 2004): fields
      -- count 1, 1, 1 and 0.2, their lengths by half or more, and repetition saturates at 0.6 (bench/relevance.ts).
      create function search_weights(ids integer[]) returns table (term text, product_id integer, weight real)
      language plpgsql stable as $$
      begin
        return query
        with fields as materialized (
          select d.product_id as id, words, ts_filter(words, '{a}') as a, ts_filter(words, '{b}') as b,
            ts_filter(words, '{c}') as c, ts_filter(words, '{d}') as d
          from search_documents d where d.product_id = any (ids)
        ), frequencies as (
          select f.id, index_term(t.lexeme) collate "C" as word, sum(t.tf) as tf
          from fields f, search_statistics s, lateral (
            select lexeme, cardinality(positions) / (0.5 + 0.5 * length(f.a) / s.name_words) as tf from unnest(f.a)
            union all
            select lexeme, cardinality(positions) / (0.3 + 0.7 * length(f.b) / s.brand_words) from unnest(f.b)
            union all
            select lexeme, cardinality(positions) / (0.3 + 0.7 * length(f.c) / s.description_words) from unnest(f.c)
            union all
            select lexeme, 0.2 * cardinality(positions) / (0.1 + 0.9 * length(f.d) / s.attribute_words) from unnest(f.d)
            union all
            select lexeme, 1e6 from unnest(f.words) where positions is null
          ) t
          group by 1, 2
        )
        select word, id, (tf / (tf + 0.6))::real from frequencies where word is not null order by 1, 2;
      end $$;

      -- Weighs the words of the given documents anew.
      create function weigh_search_postings(ids integer[]) returns void language sql as $$
        insert into search_postings as p (term, product_id, weight) select * from search_weights(ids)
        on conflict (term, product_id) do update set weight = excluded.weight where p.weight <> excluded.weight
      $$;

      -- The mean number of words per field as it is now.
      create function search_averages() returns search_statistics language sql stable as $$
        select true, coalesce(nullif(avg(length(ts_filter(words, '{a}'))), 0), 20)::real,
          coalesce(nullif(avg(length(ts_filter(words, '{b}'))), 0), 4)::real,
          coalesce(nullif(avg(length(ts_filter(words, '{c}'))), 0), 30)::real,
          coalesce(nullif(avg(length(ts_filter(words, '{d}'))), 0), 12)::real, count(*)::int
        from search_documents
      $$;

      -- Takes it for the measure. Weights that rest on former means stay until they are weighed again.
      create function refresh_search_averages() returns void language sql as $$
        update search_statistics
        set (id, name_words, brand_words, description_words, attribute_words, products) = (select * from search_averages())
      $$;

      -- Counts the words anew. Returns how many different ones there are.
      create function refresh_search_statistics() returns integer language plpgsql as $$
      declare
        terms integer;
      begin
        insert into search_terms as t (term, products)
        select term, count(*) from search_postings group by term
        on conflict (term) do update set products = excluded.products where t.products <> excluded.products;
        get diagnostics terms = row_count;
        delete from search_terms t where not exists (select from search_postings p where p.term = t.term);
        update search_statistics set products = (select count(*) from search_documents);
        return terms;
      end $$;

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

      -- Whether a word of so many products has champions; what fewer know is read whole.
      create function has_champions(products integer) returns boolean language sql immutable parallel safe
        return products > 500;

      -- Chooses the champions anew.
      create function refresh_search_champions() returns void language sql as $$
        with lifted as (
          select p.term, p.product_id, p.weight, l.category_id,
            p.weight * (1 + availability_bonus(l.availability) + popularity_bonus(l.popularity)) as worth
          from search_terms t join search_postings p using (term) join product_listings l using (product_id)
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
    `)
  }
}
