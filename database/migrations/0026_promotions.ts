import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(/* sql */ `
      -- What the shop gives: to everybody by itself, or with a code to who has it. Amounts in millimes, days of Tunis,
      -- both count. Of a brand, of a category with all below it, or of everything.
      create table promotions (
        id integer generated always as identity primary key,
        name text collate "fr-x-icu" not null check (name <> ''),
        code text unique check (code ~ '^[A-Z0-9][A-Z0-9-]{2,29}$'),
        kind text not null check (kind in ('percent', 'amount', 'free_delivery', 'buy_get')),
        percent smallint check (percent between 1 and 100),
        amount bigint check (amount > 0),
        buy smallint check (buy between 1 and 99),
        get smallint check (get between 1 and 99),
        brand_id integer references brands,
        category_id integer references categories,
        group_id integer references customer_groups,
        min_subtotal bigint not null default 0 check (min_subtotal >= 0),
        starts_on date,
        ends_on date,
        max_uses integer check (max_uses > 0),
        once_per_customer boolean not null default false,
        combines boolean not null default false,
        is_active boolean not null default true,
        -- Counted for those that have a limit alone: a row that every order writes would queue them all.
        uses integer not null default 0 check (uses >= 0),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (ends_on >= starts_on),
        check (num_nonnulls(brand_id, category_id) <= 1),
        check ((percent is not null) = (kind = 'percent')),
        check ((amount is not null) = (kind = 'amount')),
        check ((buy is not null) = (kind = 'buy_get') and (get is not null) = (kind = 'buy_get')),
        constraint promotions_within_limit check (uses <= max_uses)
      );
      create index promotions_by_themselves on promotions (id) where code is null and is_active;
      create index promotions_of_brand on promotions (brand_id) where brand_id is not null;
      create index promotions_of_category on promotions (category_id) where category_id is not null;
      create index promotions_of_group on promotions (group_id) where group_id is not null;

      -- Who used what: the holder is an order. Whoever gives it back is free to use it again.
      create table promotion_redemptions (
        id bigint generated always as identity unique,
        promotion_id integer not null references promotions,
        holder text not null,
        customer_id integer references customers on delete set null,
        phone text,
        is_once boolean not null,
        amount bigint not null check (amount >= 0),
        redeemed_at timestamptz not null default now(),
        released_at timestamptz,
        primary key (promotion_id, holder)
      );
      create index redemptions_newest on promotion_redemptions (promotion_id, id desc);
      create index redemptions_of_holder on promotion_redemptions (holder);
      create unique index once_per_customer on promotion_redemptions (promotion_id, customer_id)
        where is_once and released_at is null and customer_id is not null;
      create unique index once_per_phone on promotion_redemptions (promotion_id, phone)
        where is_once and released_at is null and phone is not null;
      create index redemptions_of_customer on promotion_redemptions (customer_id) where customer_id is not null;

      -- What may be had now: what comes by itself, and the coupon in hand with why it cannot be used, if so.
      create function promotions_for(of_customer integer, of_phone text, for_group integer, coupon integer)
        returns table (id integer, code text, name text, kind text, percent smallint, amount bigint, buy smallint,
          get smallint, brand integer, category text, min_subtotal bigint, combines boolean, state text)
        language sql stable as $$
        select p.id, p.code, p.name, p.kind, p.percent, p.amount, p.buy, p.get, p.brand_id, c.slug, p.min_subtotal,
          p.combines, case
            when not p.is_active or day_in_tunis() > p.ends_on then 'expired'
            when day_in_tunis() < p.starts_on then 'too_early'
            when p.group_id <> coalesce(for_group, 0) then 'other_customers'
            when p.uses >= p.max_uses then 'used_up'
            when p.once_per_customer and exists (
              select from promotion_redemptions r where r.promotion_id = p.id and r.released_at is null
                and (r.customer_id = of_customer or r.phone = of_phone)) then 'used_before'
            else 'good' end
        from promotions p left join categories c on c.id = p.category_id
        where p.id = coupon or p.code is null and p.is_active
        order by p.id
      $$;

      -- Uses promotions for a holder, all or none: given is [{"id": 3, "amount": 5000}, …]. Tells the first that is
      -- not to be had any more, or null. Rows are locked in the order of ids; those without a limit are shared.
      create function redeem_promotions(of_holder text, of_customer integer, of_phone text, given jsonb)
        returns integer language plpgsql as $$
      declare
        wanted record;
        found_promotion record;
      begin
        for wanted in select (g ->> 'id')::int as id, (g ->> 'amount')::bigint as amount
            from jsonb_array_elements(given) g order by 1 loop
          update promotions set uses = uses + 1 where id = wanted.id and uses < max_uses;
          if not found then
            perform from promotions where id = wanted.id and max_uses is null for share;
            if not found then
              return wanted.id;
            end if;
          end if;
          select once_per_customer into found_promotion from promotions where id = wanted.id;
          insert into promotion_redemptions (promotion_id, holder, customer_id, phone, is_once, amount)
            values (wanted.id, of_holder, of_customer, of_phone, found_promotion.once_per_customer, wanted.amount)
            on conflict do nothing;
          if not found then
            return wanted.id;
          end if;
        end loop;
        return null;
      end $$;

      -- Gives back what a holder has used.
      create function release_promotions(of_holder text) returns void language plpgsql as $$
      declare
        used record;
      begin
        for used in select promotion_id from promotion_redemptions
            where holder = of_holder and released_at is null order by 1 loop
          update promotions set uses = uses - 1 where id = used.promotion_id and max_uses is not null;
          update promotion_redemptions set released_at = now()
            where promotion_id = used.promotion_id and holder = of_holder and released_at is null;
        end loop;
      end $$;

      alter table carts add column coupon_id integer references promotions on delete set null;
      create index carts_with_coupon on carts (coupon_id) where coupon_id is not null;
      alter table checkout_sessions add column promotions jsonb not null default '[]';
      alter table order_lines add column discount bigint not null default 0,
        add check (discount between 0 and line_total);
      alter table price_lists add column version integer not null default 1,
        add column updated_at timestamptz not null default now();

      select audit('promotions', 'name', 'uses'), audit('price_lists', 'name'), audit('price_rules', 'id'),
        audit('customer_groups', 'name');

      update roles set abilities = abilities || '{promotions:read}'
        where built_in and key in ('counter', 'sales', 'accountant', 'readonly');
      update roles set abilities = abilities || '{promotions:write}' where built_in and key = 'sales';
    `)
  }
}
