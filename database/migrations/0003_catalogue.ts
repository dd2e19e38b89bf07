import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      create table brands (
        id integer generated always as identity primary key,
        slug text not null unique,
        name text collate "fr-x-icu" not null check (name <> ''),
        description_fr text,
        description_ar text,
        logo_path text,
        website text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );

      create table categories (
        id integer generated always as identity primary key,
        parent_id integer references categories,
        slug text not null unique, -- the whole path: freinage/plaquettes-de-frein
        name_fr text collate "fr-x-icu" not null check (name_fr <> ''),
        name_ar text,
        description_fr text,
        description_ar text,
        position integer not null default 0,
        depth smallint not null default 0 check (depth between 0 and 20),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (parent_id <> id)
      );
      create index categories_children on categories (parent_id, position, id);

      -- Addresses a category had before; they answer 301.
      create table category_slugs (
        slug text primary key,
        category_id integer not null references categories on delete cascade
      );

      create table products (
        id integer generated always as identity primary key,
        sku text not null unique check (sku <> '' and sku = btrim(sku)),
        slug text not null unique,
        brand_id integer not null references brands,
        category_id integer references categories,
        mpn text,
        name_fr text collate "fr-x-icu" not null check (name_fr <> ''),
        name_ar text,
        description_fr text,
        description_ar text,
        status text not null default 'draft' check (status in ('draft', 'active', 'archived')),
        quality text not null default 'aftermarket'
          check (quality in ('oe', 'oem', 'aftermarket', 'remanufactured', 'used')),
        price bigint check (price > 0), -- millimes, tax included
        compare_at_price bigint check (compare_at_price > 0),
        cost bigint check (cost >= 0),
        tax_rate smallint not null default 19 check (tax_rate in (0, 7, 13, 19)), -- percent
        warranty_months smallint check (warranty_months >= 0),
        weight_g integer check (weight_g > 0),
        gtin text check (gtin ~ '^[0-9]{8,14}$'),
        core_charge bigint not null default 0 check (core_charge >= 0),
        orderable boolean not null default false, -- may be ordered when out of stock
        superseded_by_id integer references products check (superseded_by_id <> id),
        version integer not null default 1,
        published_at timestamptz,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint active_products_have_a_price check (status <> 'active' or price is not null)
      );
      create index products_by_brand on products (brand_id, mpn);
      create index products_by_category on products (category_id);
      create index products_by_change on products (updated_at desc, id desc);
      create index products_superseded on products (superseded_by_id) where superseded_by_id is not null;

      create table attributes (
        id integer generated always as identity primary key,
        code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,59}$'),
        kind text not null check (kind in ('number', 'text', 'boolean')),
        unit text,
        name_fr text not null,
        name_ar text,
        is_facet boolean not null default false
      );

      create table product_attributes (
        product_id integer not null references products on delete cascade,
        attribute_id integer not null references attributes,
        number_value numeric,
        text_value text,
        boolean_value boolean,
        primary key (product_id, attribute_id),
        check (num_nonnulls(number_value, text_value, boolean_value) = 1)
      );

      create table product_images (
        id integer generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        path text not null, -- a key of the file storage, or an absolute address
        position smallint not null default 0,
        alt_fr text,
        alt_ar text,
        unique (product_id, position)
      );

      create table price_changes (
        id bigint generated always as identity primary key,
        product_id integer not null references products on delete cascade,
        old_price bigint,
        new_price bigint,
        old_cost bigint,
        new_cost bigint,
        changed_at timestamptz not null default now(),
        actor text not null, -- staff:3, import:12, demo
        reason text,
        import_id bigint
      );
      create index price_changes_of_product on price_changes (product_id, changed_at desc, id desc);

      -- The change writes its own history, whoever makes it: who and why come from act_as().
      create function act_as(actor text, reason text, import_id bigint) returns void language sql as $$
        select set_config('shop.actor', actor, true),
               set_config('shop.reason', coalesce(reason, ''), true),
               set_config('shop.import_id', coalesce(import_id::text, ''), true)
      $$;
      create function acting() returns table (actor text, reason text, import_id bigint)
        language sql stable as $$
        select coalesce(nullif(current_setting('shop.actor', true), ''), 'database:' || current_user),
               nullif(current_setting('shop.reason', true), ''),
               nullif(current_setting('shop.import_id', true), '')::bigint
      $$;

      create function record_first_prices() returns trigger language plpgsql as $$
      begin
        insert into price_changes (product_id, new_price, new_cost, actor, reason, import_id)
        select p.id, p.price, p.cost, a.actor, a.reason, a.import_id
        from new_rows p cross join acting() a
        where p.price is not null or p.cost is not null;
        return null;
      end $$;
      create trigger record_first_prices after insert on products
        referencing new table as new_rows for each statement execute function record_first_prices();

      create function record_price_changes() returns trigger language plpgsql as $$
      begin
        insert into price_changes
          (product_id, old_price, new_price, old_cost, new_cost, actor, reason, import_id)
        select n.id, o.price, n.price, o.cost, n.cost, a.actor, a.reason, a.import_id
        from new_rows n join old_rows o using (id) cross join acting() a
        where (n.price, n.cost) is distinct from (o.price, o.cost);
        return null;
      end $$;
      create trigger record_price_changes after update on products
        referencing old table as old_rows new table as new_rows
        for each statement execute function record_price_changes();

      create table product_views (
        product_id integer not null references products on delete cascade,
        day date not null,
        views integer not null check (views > 0),
        primary key (product_id, day)
      );
    `)
  }
}
