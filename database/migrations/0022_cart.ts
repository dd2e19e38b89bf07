import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What somebody means to buy. Only the hash of the token is here.
      create table carts (
        id bigint generated always as identity primary key,
        token_hash bytea not null unique check (length(token_hash) = 32),
        expires_at timestamptz not null default now() + interval '30 days',
        created_at timestamptz not null default now()
      );
      create index carts_expiring on carts (expires_at);

      create table cart_items (
        cart_id bigint not null references carts on delete cascade,
        product_id integer not null references products on delete cascade,
        quantity integer not null check (quantity between 1 and 999),
        seen_price bigint, -- what it cost when it was put in
        vehicle_type_id integer references vehicle_types on delete set null,
        added_at timestamptz not null default now(),
        primary key (cart_id, product_id)
      );
      create index cart_items_of_product on cart_items (product_id);
      create index cart_items_for_vehicle on cart_items (vehicle_type_id) where vehicle_type_id is not null;

      -- Puts pieces into a cart, on top of those that are there, or in place of them. A cart that is not known (any
      -- more) is made under new_hash: nobody chooses a token. Writers of one cart take turns. Tells what became of
      -- it: done, no_product, no_item, too_many (of one product) or full (of different ones); only done has changed
      -- anything, and whether the cart is a new one.
      create function put_in_cart(hash bytea, new_hash bytea, of_sku text, pieces integer, for_vehicle integer,
        in_place boolean, out outcome text, out is_new boolean) language plpgsql as $$
      declare
        of_product integer;
        of_cart bigint;
        present integer;
      begin
        is_new := false;
        update carts set expires_at = now() + interval '30 days'
          where token_hash = hash and expires_at > now() returning id into of_cart;
        if in_place then
          update cart_items i set quantity = pieces, seen_price = price_for(p.id, null, pieces, day_in_tunis())
            from products p where p.sku = of_sku and i.cart_id = of_cart and i.product_id = p.id;
          outcome := case when found then 'done' else 'no_item' end;
          return;
        end if;
        select p.id into of_product from products p join product_listings l on l.product_id = p.id where p.sku = of_sku;
        select quantity into present from cart_items where cart_id = of_cart and product_id = of_product;
        outcome := case
          when of_product is null then 'no_product'
          when present + pieces > 999 then 'too_many'
          when present is null and (select count(*) from cart_items where cart_id = of_cart) >= 100 then 'full'
          else 'done' end;
        if outcome <> 'done' then
          return;
        end if;
        if of_cart is null then
          insert into carts (token_hash) values (new_hash) returning id into of_cart;
          is_new := true;
        end if;
        insert into cart_items as i (cart_id, product_id, quantity, seen_price, vehicle_type_id)
          values (of_cart, of_product, pieces, price_for(of_product, null, coalesce(present, 0) + pieces, day_in_tunis()),
            (select id from vehicle_types where id = for_vehicle))
          on conflict (cart_id, product_id) do update set quantity = i.quantity + pieces,
            seen_price = excluded.seen_price, vehicle_type_id = coalesce(excluded.vehicle_type_id, i.vehicle_type_id);
      end $$;
    `)
  }
}
