import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Every question costs a round trip, whatever it is about: what a request of a buyer asks is asked at once
 * (docs/performance.md).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(ROOM)
    this.schema.raw(CART)
    this.schema.raw(CHECKOUT)
    this.schema.raw(STOCK)
    this.schema.raw(PRICES)
    this.schema.raw(WORDS)
    this.schema.raw(ANSWERS)
  }
}

/** Rows that are changed soon after they are written stay where they are, and their indexes as they are. */
const ROOM = /* sql */ `
  alter table carts set (fillfactor = 80);
  alter table checkout_sessions set (fillfactor = 50);
  alter table idempotency_keys set (fillfactor = 50);
  alter table stock_levels set (fillfactor = 70);

  -- The primary key is read backwards just as well.
  drop index orders_newest;
`

const CART = /* sql */ `
  -- A cart with what is true of its products now, and what may be had with it: as its buyer sees it. Not what lists
  -- show, which may be two seconds old. Volatile: it sees what the same statement has just put in.
  create function cart_seen(of_cart bigint) returns json language plpgsql volatile strict
    set plan_cache_mode = force_generic_plan as $$
  begin
    return (
      select json_build_object(
        'id', c.id,
        'expiresAt', to_json(c.expires_at at time zone 'UTC') #>> '{}' || 'Z',
        'lines', coalesce((
          select json_agg(json_build_object(
            'productId', p.id, 'sku', p.sku, 'slug', p.slug, 'nameFr', p.name_fr, 'nameAr', p.name_ar,
            'imagePath', l.image_path, 'quantity', i.quantity, 'seenPrice', i.seen_price, 'taxRate', p.tax_rate,
            'price', case when l.product_id is not null
              then price_for(p.id, u.customer_group_id, i.quantity, day_in_tunis()) end,
            'orderable', p.orderable, 'minQuantity', p.min_quantity, 'packSize', p.pack_size,
            'availability', a.availability, 'free', a.free, 'vehicleTypeId', i.vehicle_type_id,
            'brandId', p.brand_id, 'category', k.slug
          ) order by i.added_at, p.id)
          from cart_items i
          join products p on p.id = i.product_id
          left join product_listings l on l.product_id = p.id
          left join categories k on k.id = p.category_id
          cross join lateral availability_of(array[p.id]) a
          where i.cart_id = c.id), '[]'),
        'offers', offers_for(u.id, u.phone, u.customer_group_id, c.coupon_id))
      from carts c left join customers u on u.id = c.customer_id where c.id = of_cart);
  end $$;

  -- What somebody may have now: what comes by itself, and the coupon with how it stands.
  create function offers_for(of_customer integer, of_phone text, for_group integer, coupon integer)
    returns json language plpgsql stable set plan_cache_mode = force_generic_plan as $$
  begin
    return (
      select coalesce(json_agg(json_build_object(
        'id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind, 'percent', o.percent, 'amount', o.amount,
        'buy', o.buy, 'get', o.get, 'brand', o.brand, 'category', o.category, 'minSubtotal', o.min_subtotal,
        'combines', o.combines, 'state', o.state) order by o.id), '[]')
      from promotions_for(of_customer, of_phone, for_group, coupon) o);
  end $$;

  -- A cart lives for 30 days after it was used last, give or take an hour: an index is on it.
  create function lifetime_of_cart(expires_at timestamptz) returns timestamptz language sql stable as $$
    select case when expires_at < now() + interval '30 days' - interval '1 hour' then now() + interval '30 days'
      else expires_at end
  $$;

  -- As before, and which cart it is.
  drop function put_in_cart(bytea, integer, bytea, text, integer, integer, boolean);
  create function put_in_cart(hash bytea, of_customer integer, new_hash bytea, of_sku text, pieces integer,
    for_vehicle integer, in_place boolean, out outcome text, out is_new boolean, out of_cart bigint)
    language plpgsql set plan_cache_mode = force_generic_plan as $$
  declare
    of_product integer;
    present integer;
    of_group integer := (select customer_group_id from customers where id = of_customer);
  begin
    is_new := false;
    if of_customer is null then
      update carts set expires_at = lifetime_of_cart(expires_at)
        where token_hash = hash and expires_at > now() returning id into of_cart;
    elsif in_place then
      update carts set expires_at = lifetime_of_cart(expires_at)
        where customer_id = of_customer and expires_at > now() returning id into of_cart;
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
        on conflict (customer_id) do update set expires_at = lifetime_of_cart(carts.expires_at) returning id into of_cart;
    end if;
    if of_cart is not null then
      select quantity into present from cart_items where cart_id = of_cart and product_id = of_product;
      outcome := case
        when present + pieces > 999 then 'too_many'
        when present is null and (select count(*) from cart_items where cart_id = of_cart) >= 100 then 'full' end;
      if outcome is not null then
        return;
      end if;
    else
      insert into carts (token_hash) values (new_hash) returning id into of_cart;
      is_new := true;
    end if;
    insert into cart_items as i (cart_id, product_id, quantity, seen_price, vehicle_type_id)
      values (of_cart, of_product, pieces,
        price_for(of_product, of_group, coalesce(present, 0) + pieces, day_in_tunis()),
        (select id from vehicle_types where id = for_vehicle))
      on conflict (cart_id, product_id) do update set quantity = i.quantity + pieces,
        seen_price = excluded.seen_price, vehicle_type_id = coalesce(excluded.vehicle_type_id, i.vehicle_type_id);
    outcome := 'done';
  end $$;
`

const CHECKOUT = /* sql */ `
  -- What the buyer has seen follows from lines, promotions and delivery.
  alter table checkout_sessions drop column total;

  -- Begins to order a cart, or begins again, and holds its pieces for so many minutes: both, or nothing, and what
  -- was held before stays. A cart has one open session. Tells what is missing.
  create function open_checkout(for_cart bigint, of_lines jsonb, given jsonb, in_locale text, wanted jsonb,
    minutes integer, out opened checkout_sessions, out missing jsonb) language plpgsql as $$
  begin
    insert into checkout_sessions as s (cart_id, lines, promotions, locale, expires_at)
      values (for_cart, of_lines, given, in_locale, now() + minutes * interval '1 minute')
      on conflict (cart_id) where state = 'open' do update set lines = excluded.lines,
        promotions = excluded.promotions, locale = excluded.locale, expires_at = excluded.expires_at
      returning * into opened;
    select jsonb_agg(jsonb_build_object('productId', r.product, 'quantity', r.quantity, 'available', r.available))
      into missing from reserve_stock('checkout:' || opened.id, wanted, now() + minutes * interval '1 minute') r;
    if missing is not null then
      raise exception using errcode = 'PIECE', message = 'pieces are missing';
    end if;
  exception when sqlstate 'PIECE' then
    -- The session and the stock are as they were; the variables are not undone.
    opened := null;
  end $$;
`

/** As before, without asking for what is mostly not there. */
const STOCK = /* sql */ `
  create or replace function end_reservations(becoming text, of_holder text, ids integer[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
  declare
    freed integer[];
  begin
    if not exists (
      select from reservations where state = 'held' and product_id = any (ids)
        and (holder = of_holder or of_holder is null and expires_at <= now())) then
      return;
    end if;
    with ended as (
      update reservations set state = becoming
      where state = 'held' and product_id = any (ids)
        and (holder = of_holder or of_holder is null and expires_at <= now())
      returning product_id, location_id, quantity, backordered
    ), lower as (
      update stock_levels s set reserved = s.reserved - e.quantity, backordered = s.backordered - e.backordered
      from (select product_id, location_id, sum(quantity)::int as quantity, sum(backordered)::int as backordered
            from ended group by 1, 2) e
      where s.product_id = e.product_id and s.location_id = e.location_id
      returning s.product_id, e.quantity
    )
    select array_agg(distinct product_id) into freed from lower where quantity > 0;
    if freed is not null then
      perform fill_backorders(freed);
    end if;
  end $$;

  -- The promise itself: from the default place first, then from the others; the rest has to come. Who holds pieces at a
  -- place gets more of them there. Many small statements, each with its plan: a large one takes longer to begin than
  -- all of these take.
  create or replace function take_stock(for_holder text, wanted jsonb, until timestamptz) returns void
    language plpgsql set plan_cache_mode = force_generic_plan as $$
  declare
    need record;
    place record;
    given integer;
  begin
    for need in
      select coalesce(k.component_id, w.product) as product, sum(w.quantity * coalesce(k.quantity, 1))::int as pieces
      from jsonb_to_recordset(wanted) as w (product int, quantity int) left join kit_components k on k.kit_id = w.product
      group by 1 order by 1
    loop
      for place in
        select s.location_id, s.on_hand - s.reserved as free
        from stock_levels s join locations l on l.id = s.location_id and l.kind in ('warehouse', 'store')
        where s.product_id = need.product order by l.is_default desc, l.id
      loop
        given := least(place.free, need.pieces);
        if given > 0 then
          perform promise_stock(for_holder, need.product, place.location_id, given, 0, until);
          need.pieces := need.pieces - given;
        end if;
        exit when need.pieces = 0;
      end loop;
      if need.pieces > 0 then
        perform promise_stock(for_holder, need.product, l.id, 0, need.pieces, until) from locations l where l.is_default;
      end if;
    end loop;
  end $$;

  create function promise_stock(for_holder text, of_product integer, at_location integer, pieces integer, late integer,
    until timestamptz) returns void language plpgsql as $$
  begin
    update stock_levels set reserved = reserved + pieces, backordered = backordered + late
      where product_id = of_product and location_id = at_location;
    insert into reservations as r (holder, product_id, location_id, quantity, backordered, expires_at)
      values (for_holder, of_product, at_location, pieces, late, until)
      on conflict (holder, product_id, location_id) where state = 'held'
        do update set quantity = r.quantity + excluded.quantity, backordered = r.backordered + excluded.backordered;
  end $$;
`

const PRICES = /* sql */ `
  -- As before; that no list is for this customer, quantity and day is found without looking for rules.
  create or replace function price_for(of_product integer, for_group integer, quantity integer, on_day date)
    returns bigint language plpgsql stable as $$
  declare
    shelf bigint := (select p.price from products p where p.id = of_product);
    lists integer[] := array(
      select l.id from price_lists l
      where l.is_active and (l.group_id is null or l.group_id = for_group)
        and l.min_quantity <= quantity
        and on_day between coalesce(l.starts_on, '-infinity') and coalesce(l.ends_on, 'infinity'));
    best bigint;
  begin
    -- Mostly there are none.
    if lists = '{}' then
      return shelf;
    end if;
    select min(r.price) into best from price_rules_about(of_product) r where r.price_list_id = any (lists);
    return least(shelf, best);
  end $$;
`

/** A function in SQL is planned anew for each statement that calls it; the same, step by step, is not. */
const WORDS = /* sql */ `
  create or replace function fold_words(words text) returns text
    language plpgsql immutable parallel safe strict as $$
  declare
    folded text := lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, nfkc)));
  begin
    folded := regexp_replace(folded, '(^|[^[:alnum:]])(d|l|qu)[''’]', '\\1', 'g');
    folded := translate(folded,
      'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹,' || U&'\\0640\\064B\\064C\\064D\\064E\\064F\\0650\\0651\\0652',
      'اااايهوي01234567890123456789.');
    folded := regexp_replace(folded, '[^[:alnum:].]+|[.]{2,}', ' ', 'g');
    folded := regexp_replace(folded, '([^0-9]|^)[.]+|[.]+([^0-9]|$)', '\\1 \\2', 'g');
    if folded ~ '[ء-ي]' then
      folded := regexp_replace(folded, '(^| )(و|)(ال|لل)([ء-ي]{2})', '\\1\\4', 'g');
    end if;
    return btrim(regexp_replace(folded, ' +', ' ', 'g'));
  end $$;
`

const ANSWERS = /* sql */ `
  -- As before, and whoever claims does not wait for the disk: the effect does, and with it all that was written before.
  -- A claim that a crash has taken was one without effect.
  create or replace function begin_request(of_scope text, of_key text, print bytea, seconds integer, out outcome text,
    out claim timestamptz, out resource text, out status smallint, out body text, out headers jsonb)
    language plpgsql as $$
  declare
    known record;
  begin
    perform set_config('synchronous_commit', 'off', true);
    insert into idempotency_keys (scope, key, fingerprint, locked_until)
      values (of_scope, of_key, print, clock_timestamp() + seconds * interval '1 second')
      on conflict (scope, key) do nothing returning locked_until into claim;
    outcome := 'begun';
    if found then
      return;
    end if;
    select * into known from idempotency_keys where scope = of_scope and key = of_key for update;
    if not found then
      outcome := 'busy';
    elsif known.fingerprint <> print then
      outcome := 'mismatch';
    elsif known.state = 'done' then
      outcome := 'done';
      status := known.response_status;
      body := known.response_body;
      headers := known.response_headers;
    elsif known.locked_until > clock_timestamp() then
      outcome := 'busy';
    else
      resource := known.resource_id;
      update idempotency_keys set locked_until = clock_timestamp() + seconds * interval '1 second'
        where scope = of_scope and key = of_key returning locked_until into claim;
    end if;
  end $$;

  -- Keeps the answer to a request that was claimed; false when somebody else has taken it over meanwhile.
  create function end_request(of_scope text, of_key text, by_claim timestamptz, status integer, body text, headers jsonb,
    of_owner text) returns boolean language plpgsql as $$
  begin
    update idempotency_keys set state = 'done', response_status = status, response_body = body,
      response_headers = headers, owner = of_owner
      where scope = of_scope and key = of_key and state = 'started' and locked_until = by_claim;
    return found;
  end $$;

  -- Notes what was made for a request that was claimed, for work that goes on after the commit.
  create function remember_request(of_scope text, of_key text, by_claim timestamptz, resource text)
    returns boolean language plpgsql as $$
  begin
    update idempotency_keys set resource_id = resource
      where scope = of_scope and key = of_key and state = 'started' and locked_until = by_claim;
    return found;
  end $$;
`
