import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- Who buys under a name. Without a password nobody can log in yet.
      create table customers (
        id integer generated always as identity primary key,
        full_name text collate "fr-x-icu" not null check (full_name <> ''),
        email text not null unique check (email = lower(email)),
        phone text check (phone ~ '^[+][1-9][0-9]{6,14}$'),
        password text,
        customer_group_id integer references customer_groups,
        locale text not null default 'fr' check (locale in ('fr', 'ar', 'en')),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index customers_of_group on customers (customer_group_id) where customer_group_id is not null;
      create index customers_by_name on customers using gin (fold_words(full_name) gin_trgm_ops);
      create index customers_by_phone on customers (phone) where phone is not null;

      update roles set abilities = abilities || '{customers:read}'
        where built_in and key in ('counter', 'sales', 'accountant');
      update roles set abilities = abilities || '{customers:write}' where built_in and key = 'sales';

      create table customer_addresses (
        id integer generated always as identity primary key,
        customer_id integer not null references customers on delete cascade,
        full_name text collate "fr-x-icu" not null,
        phone text not null,
        governorate text not null,
        delegation text not null,
        address text not null,
        postal_code text,
        notes text,
        created_at timestamptz not null default now()
      );
      create index addresses_of_customer on customer_addresses (customer_id, id desc);

      -- The log forgets nothing, so it does not learn who a customer is: only that it changed.
      select audit('customers', 'id', '', 'full_name email phone password'),
        audit('customer_addresses', 'id', '', 'full_name phone delegation address postal_code notes');

      create table customer_vehicles (
        customer_id integer not null references customers on delete cascade,
        vehicle_type_id integer not null references vehicle_types on delete cascade,
        added_at timestamptz not null default clock_timestamp(),
        primary key (customer_id, vehicle_type_id)
      );
      create index customer_vehicles_of_type on customer_vehicles (vehicle_type_id);

      -- A login, and a link to a new password, is of somebody of the staff or of a customer.
      alter table logins
        alter column staff_member_id drop not null,
        add column customer_id integer references customers on delete cascade,
        add check (num_nonnulls(staff_member_id, customer_id) = 1);
      create index logins_of_customer on logins (customer_id, created_at desc) where customer_id is not null;
      alter table password_resets
        alter column staff_member_id drop not null,
        add column customer_id integer references customers on delete cascade,
        add check (num_nonnulls(staff_member_id, customer_id) = 1);
      create index password_resets_of_customer on password_resets (customer_id) where customer_id is not null;

      -- A cart is opened by its token, or by the login of whose it is; never by both.
      alter table carts
        alter column token_hash drop not null,
        add column customer_id integer unique references customers on delete cascade,
        add check (num_nonnulls(token_hash, customer_id) = 1);

      alter table orders add column customer_id integer references customers on delete set null;
      create index orders_of_customer on orders (customer_id, id desc) where customer_id is not null;

      -- As before, for the cart of a token or of a customer, at the prices of the customer's group.
      drop function put_in_cart(bytea, bytea, text, integer, integer, boolean);
      create function put_in_cart(hash bytea, of_customer integer, new_hash bytea, of_sku text, pieces integer,
        for_vehicle integer, in_place boolean, out outcome text, out is_new boolean) language plpgsql as $$
      declare
        of_product integer;
        of_cart bigint;
        present integer;
        of_group integer := (select customer_group_id from customers where id = of_customer);
      begin
        is_new := false;
        if of_customer is null then
          update carts set expires_at = now() + interval '30 days'
            where token_hash = hash and expires_at > now() returning id into of_cart;
        elsif in_place then
          update carts set expires_at = now() + interval '30 days' where customer_id = of_customer and expires_at > now()
            returning id into of_cart;
        end if;
        if in_place then
          update cart_items i set quantity = pieces, seen_price = price_for(p.id, of_group, pieces, day_in_tunis())
            from products p where p.sku = of_sku and i.cart_id = of_cart and i.product_id = p.id;
          outcome := case when found then 'done' else 'no_item' end;
          return;
        end if;
        select p.id into of_product from products p join product_listings l on l.product_id = p.id where p.sku = of_sku;
        if of_product is null then
          outcome := 'no_product';
          return;
        end if;
        if of_customer is not null then
          delete from carts where customer_id = of_customer and expires_at <= now();
          insert into carts (customer_id) values (of_customer)
            on conflict (customer_id) do update set expires_at = now() + interval '30 days' returning id into of_cart;
        end if;
        select quantity into present from cart_items where cart_id = of_cart and product_id = of_product;
        outcome := case
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
          values (of_cart, of_product, pieces,
            price_for(of_product, of_group, coalesce(present, 0) + pieces, day_in_tunis()),
            (select id from vehicle_types where id = for_vehicle))
          on conflict (cart_id, product_id) do update set quantity = i.quantity + pieces,
            seen_price = excluded.seen_price, vehicle_type_id = coalesce(excluded.vehicle_type_id, i.vehicle_type_id);
      end $$;

      -- The cart of a token becomes the customer's, with what was in the customer's own before: the cart in hand is
      -- the one that stays, so that a checkout which has begun goes on. The other is emptied and expires. Locks one
      -- cart of a token, then the customer's, in this order always.
      create function merge_cart(hash bytea, of_customer integer) returns void language plpgsql as $$
      declare
        in_hand bigint;
        before bigint;
      begin
        select id into in_hand from carts where token_hash = hash and expires_at > now() for update;
        if not found then
          return;
        end if;
        insert into carts (customer_id) values (of_customer)
          on conflict (customer_id) do update set expires_at = now() returning id into before;
        update carts set customer_id = null, token_hash = sha256(gen_random_uuid()::text::bytea), expires_at = now()
          where id = before;
        with moved as (
          delete from cart_items where cart_id = before returning *
        ), room as (
          select 100 - count(*) as lines from cart_items where cart_id = in_hand
        ), kept as (
          select m.*, row_number() over (partition by c.product_id is null order by m.added_at desc) as nth,
            c.product_id is not null as is_there
          from moved m left join cart_items c on c.cart_id = in_hand and c.product_id = m.product_id
        )
        insert into cart_items as i (cart_id, product_id, quantity, seen_price, vehicle_type_id, added_at)
          select in_hand, product_id, quantity, seen_price, vehicle_type_id, added_at from kept, room
          where is_there or nth <= room.lines
          on conflict (cart_id, product_id) do update set quantity = least(999, i.quantity + excluded.quantity),
            vehicle_type_id = coalesce(i.vehicle_type_id, excluded.vehicle_type_id);
        update carts set customer_id = of_customer, token_hash = null, expires_at = now() + interval '30 days'
          where id = in_hand;
      end $$;
    `)
  }
}
