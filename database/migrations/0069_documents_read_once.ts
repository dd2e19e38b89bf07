import { BaseSchema } from '@adonisjs/lucid/schema'

/** What knows all that was asked is scored as it is found; only what else may do is looked for by a function. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      drop function search_candidates(jsonb, integer[], text[], float8[], integer, integer, integer);

      create function champions_of_rarest(asked text[]) returns setof integer language sql stable
        begin atomic
          select c.product_id from search_champions c where c.term = (
            select t.term from search_terms t
            where t.term = any (asked) and has_champions(t.products) order by t.products limit 1);
        end;

      -- Products to be scored beside those that know every word asked for (whole), looked for in one way after the
      -- other, until enough are found: ways of one level are tried together, of a further level only when there are
      -- too few still.
      --   query  products that know these words
      --   car    and fit one of the cars
      --   terms  or the best that know one of these
      -- A way is gone most products far; the champions of the rarest word asked for stand for those beyond. What few
      -- satisfy wholly is never crowded out: a level adds up to ranked in all, those first that are champions of
      -- what is worth most.
      create function further_candidates(ways jsonb, cars integer[], asked text[], worths float8[],
          enough integer, most integer, ranked integer, whole integer[])
        returns table (product_id integer, level integer) language plpgsql stable rows 100
        set plan_cache_mode = force_generic_plan as $$
      declare
        way record;
        found integer[] := whole;
        levels integer[] := '{}';
        pool integer[] := '{}';
        more integer[];
        now_at integer := 0;
        is_fitted boolean;
      begin
        if cardinality(whole) = most and ranked < most then
          pool := array(select champions_of_rarest(asked));
        end if;
        for way in select * from jsonb_to_recordset(ways || '[{}]') w (level int, query text, car boolean, terms text[])
        loop
          if way.level is distinct from now_at then
            if pool <> '{}' then
              pool := array(select unnest(pool) except select unnest(found));
            end if;
            if pool <> '{}' and cardinality(found) + cardinality(pool) > ranked then
              pool := array(
                select p from unnest(pool) p
                left join (select c.product_id, sum(c.weight * a.worth) as worth
                           from unnest(asked, worths) a (term, worth) join search_champions c on c.term = a.term
                           group by 1) c on c.product_id = p
                order by c.worth desc nulls last, p limit greatest(ranked - cardinality(found), 0));
            end if;
            found := found || pool;
            levels := levels || array_fill(now_at, array[cardinality(pool)]);
            exit when way.level is null or cardinality(found) >= enough;
            now_at := way.level;
            pool := '{}';
          end if;
          if way.car then
            is_fitted := coalesce(is_fitted, exists (select from fitments where vehicle_type_id = any (cars)));
            continue when not is_fitted;
          end if;
          if way.terms is not null then
            more := array(select best_of_terms(way.terms) limit most);
          elsif way.query is null then
            more := array(select distinct f.product_id from fitments f where vehicle_type_id = any (cars) limit most);
          else
            more := array(select d.product_id from search_documents d
                          where array_to_tsvector(terms) @@ way.query::tsquery limit most);
            if cardinality(more) = most and ranked < most then
              more := more || array(select champions_of_rarest(asked));
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
        return query select * from unnest(found[cardinality(whole) + 1 :], levels);
      end $$;
    `)
  }
}
