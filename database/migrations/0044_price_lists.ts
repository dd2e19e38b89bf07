import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      alter table price_lists add column is_active boolean not null default true;
      alter table customer_groups add column version integer not null default 1,
        add column updated_at timestamptz not null default now();

      -- A category with all above it, by their slugs.
      create function with_parents(slug text) returns text[] language sql immutable as $$
        select array(select array_to_string((string_to_array(slug, '/'))[1:n], '/')
          from generate_series(1, cardinality(string_to_array(slug, '/'))) n)
      $$;

      -- What all lists, whoever they are for, say about a product: of itself, of its brand, of its category or one
      -- above it; and what it costs by each rule. Three look-ups by index, however many rules there are.
      create function price_rules_about(of_product integer)
        returns table (rule_id integer, price_list_id integer, price bigint) language sql stable as $$
        select r.id, r.price_list_id, coalesce(r.price, (p.price * (100 - r.percent_off) + 50) / 100)
        from products p
        left join categories c on c.id = p.category_id
        cross join lateral (
          select * from price_rules where product_id = p.id
          union all select * from price_rules where brand_id = p.brand_id
          union all select s.* from categories k join price_rules s on s.category_id = k.id
            where k.slug = any (with_parents(c.slug))) r
        where p.id = of_product
      $$;

      -- As before, by lists that are active.
      create or replace function price_for(of_product integer, for_group integer, quantity integer, on_day date)
        returns bigint language plpgsql stable as $$
      declare
        shelf bigint := (select p.price from products p where p.id = of_product);
        best bigint;
      begin
        -- Mostly there are none.
        if not exists (select from price_rules) then
          return shelf;
        end if;
        select min(r.price) into best
          from price_rules_about(of_product) r join price_lists l on l.id = r.price_list_id
          where l.is_active and (l.group_id is null or l.group_id = for_group)
            and l.min_quantity <= quantity
            and on_day between coalesce(l.starts_on, '-infinity') and coalesce(l.ends_on, 'infinity');
        return least(shelf, best);
      end $$;
    `)
  }
}
