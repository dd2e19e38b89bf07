import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who buys on terms of their own: garages, resellers.
      create table customer_groups (
        id integer generated always as identity primary key,
        code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
        name text collate "fr-x-icu" not null check (name <> ''),
        created_at timestamptz not null default now()
      );

      -- Prices for a group (null: everybody), from a quantity on, between two days of Tunis; both count.
      create table price_lists (
        id integer generated always as identity primary key,
        name text not null check (name <> ''),
        group_id integer references customer_groups,
        min_quantity integer not null default 1 check (min_quantity > 0),
        starts_on date,
        ends_on date,
        created_at timestamptz not null default now(),
        check (ends_on >= starts_on)
      );
      create index price_lists_of_group on price_lists (group_id);

      -- What a list says about a product, a brand, or a category with all below it: a price in millimes, or so
      -- many percent off the shelf price.
      create table price_rules (
        id integer generated always as identity primary key,
        price_list_id integer not null references price_lists on delete cascade,
        product_id integer references products on delete cascade,
        brand_id integer references brands on delete cascade,
        category_id integer references categories on delete cascade,
        price bigint check (price > 0),
        percent_off smallint check (percent_off between 1 and 99),
        check (num_nonnulls(product_id, brand_id, category_id) = 1),
        check (num_nonnulls(price, percent_off) = 1),
        check (price is null or product_id is not null)
      );
      create index price_rules_of_list on price_rules (price_list_id);
      create index price_rules_of_product on price_rules (product_id) where product_id is not null;
      create index price_rules_of_brand on price_rules (brand_id) where brand_id is not null;
      create index price_rules_of_category on price_rules (category_id) where category_id is not null;

      -- What one piece costs, in millimes with tax: the shelf price, or the best that a list says. Null for what
      -- has no price. Carts, checkouts, quotes and invoices ask nothing else.
      create function price_for(of_product integer, for_group integer, quantity integer, on_day date)
        returns bigint language plpgsql stable as $$
      declare
        shelf record;
        best bigint;
      begin
        select p.price, p.brand_id, c.slug as category into shelf
          from products p left join categories c on c.id = p.category_id where p.id = of_product;
        -- Mostly there are none.
        if not exists (select from price_rules) then
          return shelf.price;
        end if;
        select min(coalesce(r.price, (shelf.price * (100 - r.percent_off) + 50) / 100)) into best
          from price_rules r
          join price_lists l on l.id = r.price_list_id
          left join categories c on c.id = r.category_id
          where (r.product_id = of_product or r.brand_id = shelf.brand_id
              or shelf.category = c.slug or starts_with(shelf.category, c.slug || '/'))
            and (l.group_id is null or l.group_id = for_group)
            and l.min_quantity <= quantity
            and on_day between coalesce(l.starts_on, '-infinity') and coalesce(l.ends_on, 'infinity');
        return least(shelf.price, best);
      end $$;

      create function day_in_tunis() returns date language sql stable as $$
        select (now() at time zone 'Africa/Tunis')::date
      $$;
    `)
  }
}
