import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Lists of the back office, in the orders people choose.
      create index products_by_name on products (name_fr, id) where deleted_at is null;
      create index products_by_price on products (price, id) where deleted_at is null;
      create index products_by_sku on products (sku, id) where deleted_at is null;
      -- Few: those that the shop, and so its search, does not know.
      create index products_unpublished on products (id) where status <> 'active' and deleted_at is null;

      -- Products by what staff type above a list: a number or how it begins, or every word of the name; whatever
      -- their status. Published ones are found by the index of the shop, the few others one by one.
      create function find_staff_products(words text) returns setof integer language plpgsql stable as $$
      declare
        norm text := norm_ref(words);
        terms text[] := array(select w from unnest(string_to_array(fold_words(words), ' ')) w where w <> '');
      begin
        if length(norm) >= 3 then
          return query select n.product_id from part_numbers n
            where n.number_norm >= norm collate "C" and n.number_norm < (norm || '~') collate "C";
        end if;
        if terms <> '{}' then
          return query select c.product_id from (
            select distinct t.place, s.product_id from unnest(terms) with ordinality as t (term, place)
            join search_postings s on s.term >= coalesce(index_term(t.term), t.term) collate "C"
              and s.term < (coalesce(index_term(t.term), t.term) || '~') collate "C") c
            group by c.product_id having count(*) = cardinality(terms);
          return query select p.id from products p
            where p.status <> 'active' and p.deleted_at is null
              and fold_words(concat_ws(' ', p.sku, p.name_fr, p.name_ar)) like all (
                select '%' || coalesce(index_term(t), t) || '%' from unnest(terms) t);
        end if;
      end $$;

      -- A list with its filters, order and columns, under a name.
      create table saved_views (
        id integer generated always as identity primary key,
        page text not null, -- the list, such as products
        name text not null check (name <> ''),
        query text not null, -- as in the address of the page
        columns text[],
        owner text not null, -- staff:3
        is_shared boolean not null default false,
        created_at timestamptz not null default now(),
        unique (page, owner, name)
      );

      -- How somebody likes a list to look.
      create table list_preferences (
        owner text not null,
        page text not null,
        columns text[],
        is_compact boolean not null default false,
        primary key (owner, page)
      );

      -- One change of many products: what was chosen, what changes, how far it got.
      create table bulk_edits (
        id integer generated always as identity primary key,
        filter text, -- the list that was chosen whole, as in its address
        product_ids integer[], -- what was picked in it; of a whole list, what it held when the change began
        change jsonb not null, -- {"kind": "price_percent", "value": 5}
        state text not null default 'preview' check (state in ('preview', 'running', 'done', 'undoing', 'undone', 'failed')),
        total integer not null default 0,
        done integer not null default 0,
        changed integer not null default 0,
        last_product_id integer not null default 0, -- products up to here are done
        conflicts jsonb not null default '[]', -- what an undo left as it is
        actor text not null,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        check (filter is not null or product_ids is not null)
      );
      create index bulk_edits_newest on bulk_edits (id desc);

      -- Steep changes of prices that somebody has looked at.
      create table price_reviews (
        price_change_id bigint primary key references price_changes on delete cascade,
        actor text not null,
        at timestamptz not null default now()
      );
      create index price_changes_newest on price_changes (changed_at desc, id desc);
      create index steep_price_changes on price_changes (id desc)
        where old_price is not null and new_price is not null and abs(new_price - old_price) * 100 > old_price * 15;

      select audit('saved_views', 'name'), audit('bulk_edits', 'id', 'done changed last_product_id product_ids conflicts');
    `)
  }
}
