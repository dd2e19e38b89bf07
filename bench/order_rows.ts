/** From 0 to `below` - 1, the same for the same order and question. */
export const CHANCE = `
  create function pg_temp.chance(n int, question int, below int) returns int language sql immutable as $$
    select (abs(hashint8(n::bigint * 64 + question)::bigint) % below)::int
  $$`
const chance = (question: number, below: number) => `pg_temp.chance(n, ${question}, ${below})`

/** Nearly all were delivered; a backlog waits to be called and packed, a few are under way. */
const STATE = `case
  when n % 1000 < 3 then 'placed' when n % 1000 < 7 then 'confirmed' when n % 1000 < 9 then 'shipped'
  when n % 1000 < 60 then 'cancelled' else 'delivered' end`

/** Each of them one statement, in this order; `$COUNT` is how many orders. Temporary tables carry what was drawn. */
export const STEPS: Record<string, string> = {
  'orders drawn': `
    create temp table drawn on commit drop as
    select n, ${STATE} as fate, now() - (n::numeric / $COUNT) * interval '4 years' as at,
      'SAP-2022-' || lpad(n::text, 7, '0') as number, 1 + ${chance(1, 3)} as lines,
      (array['TN-11', 'TN-12', 'TN-13', 'TN-61', 'TN-61', 'TN-51', 'TN-31', 'TN-82'])[1 + ${chance(2, 8)}] as governorate,
      '+2162' || lpad((${chance(3, 200_000)})::text, 7, '0') as phone, ${chance(3, 200_000)} as person
    from generate_series(1, $COUNT) n`,
  'lines drawn': `
    create temp table drawn_lines on commit drop as
    with goods as (
      select array_agg(id order by id) as ids from products p
      where price > 0 and status = 'active' and not exists (select from kit_components k where k.kit_id = p.id)
    ), chosen as (
      select d.n, position, 1 + pg_temp.chance(d.n, 10 + position, 3) as quantity,
        ids[1 + pg_temp.chance(d.n, 20 + position, cardinality(ids))] as product
      from drawn d cross join generate_series(1, 3) position cross join goods where position <= d.lines
    )
    select c.n, c.position, c.product, p.sku, p.name_fr, p.name_ar, c.quantity, p.price, p.tax_rate, c.quantity * p.price as total
    from chosen c join products p on p.id = c.product`,
  'totals': `
    create temp table made on commit drop as
    select s.*, nextval(pg_get_serial_sequence('orders', 'id')) as id
    from (select d.*, l.pieces, l.subtotal, l.tax, l.told from drawn d join (
      select n, sum(quantity)::int as pieces, sum(total)::bigint as subtotal,
        sum(round(total * tax_rate / (100.0 + tax_rate)))::bigint as tax,
        jsonb_agg(jsonb_build_object('productId', product, 'sku', sku, 'nameFr', name_fr, 'nameAr', name_ar, 'quantity', quantity,
          'unitPrice', price, 'taxRate', tax_rate, 'lineTotal', total, 'discount', 0) order by position) as told
      from drawn_lines group by n) l using (n) order by d.at) s`,
  'indexes': 'create index on made (n)',
  'orders': `
    insert into orders (id, number, version, state, payment_state, delivery_state, payment_method, shipping_option, governorate,
      locale, pieces, subtotal, discount, shipping, tax, total, placed_at, state_since)
    overriding system value
    select id, number,
      case fate when 'placed' then 1 when 'confirmed' then 2 when 'cancelled' then 2 when 'shipped' then 3 else 5 end,
      case fate when 'shipped' then 'confirmed' when 'delivered' then 'completed' else fate end,
      case fate when 'cancelled' then 'void' when 'delivered' then 'paid' else 'due' end,
      case fate when 'cancelled' then 'void' when 'shipped' then 'shipped' when 'delivered' then 'delivered' else 'pending' end,
      'cod', 'home', governorate, 'fr', pieces, subtotal, 0, 8000, tax, subtotal + 8000, at, at from made`,
  'lines': `
    insert into order_lines (order_id, position, product_id, sku, name_fr, name_ar, quantity, unit_price, tax_rate, line_total,
      discount)
    select m.id, position, product, sku, name_fr, name_ar, quantity, price, tax_rate, total, 0
    from drawn_lines l join made m using (n)`,
  'contacts': `
    insert into order_contacts (order_id, full_name, phone, delegation, address)
    select id, 'Client ' || person, phone, 'Sfax Ville', person || ', route de Gabès' from made`,
  'events': `
    insert into order_events (order_id, version, type, data, at, actor)
    select id, 1, 'order.placed', jsonb_build_object('lines', told, 'promotions', '[]'::jsonb, 'subtotal', subtotal,
      'discount', 0, 'shipping', 8000, 'tax', tax, 'total', subtotal + 8000, 'paymentMethod', 'cod', 'shippingOption', 'home',
      'governorate', governorate, 'locale', 'fr'), at, 'guest' from made
    union all
    select id, 2, 'order.cancelled', '{"reason": "injoignable"}', at, 'shop' from made where fate = 'cancelled'
    union all
    select id, 2, 'order.confirmed', '{}', at, 'shop' from made where fate in ('confirmed', 'shipped', 'delivered')
    union all
    select id, 3, 'order.shipped', jsonb_build_object('parcel', number || '/1', 'carrier', 'Aramex', 'trackingNumber', null,
      'items', '[]'::jsonb), at, 'shop' from made where fate in ('shipped', 'delivered')
    union all
    select id, 4, 'payment.captured', jsonb_build_object('paymentId', '', 'method', 'cod', 'amount', subtotal + 8000), at, 'shop'
    from made where fate = 'delivered'
    union all
    select id, 5, 'order.delivered', jsonb_build_object('parcel', number || '/1'), at, 'shop' from made where fate = 'delivered'`,
  'payments': `
    insert into payments (order_id, attempt, reference, method, amount, captured, state, state_since, created_at)
    select id, 1, replace(number, '-', '') || 'A1', 'cod', subtotal + 8000,
      case fate when 'delivered' then subtotal + 8000 else 0 end,
      case fate when 'placed' then 'to_confirm' when 'confirmed' then 'confirmed' when 'shipped' then 'out'
        when 'cancelled' then 'void' else 'remitted' end, at, at from made`,
  'parcels': `
    insert into parcels (order_id, number, carrier, tracking_number, state, cash, pieces, actor, shipped_at, state_since)
    select id, number || '/1', 'Aramex', 'BENCH' || n, case fate when 'shipped' then 'out' else 'delivered' end, subtotal + 8000, pieces, 'shop',
      at, at from made where fate in ('shipped', 'delivered')`,
  'remittances': `
    insert into remittances (carrier, document, file_name, fingerprint, actor)
    select 'Aramex', 'BENCH-' || of, 'bench.csv', '', 'shop' from generate_series(0, $COUNT / 10000) of`,
  'lines of remittances': `
    insert into remittance_lines (remittance_id, nth, tracking_number, amount, parcel_id, verdict)
    select r.id, m.n, p.tracking_number, p.cash, p.id, 'matched'
    from made m join parcels p on p.order_id = m.id join remittances r on r.document = 'BENCH-' || m.n / 10000
    where m.fate = 'delivered'`,
  'lines of parcels': `
    insert into parcel_lines (parcel_id, position, product_id, sku, name_fr, name_ar, quantity)
    select p.id, position, product, sku, name_fr, name_ar, quantity
    from drawn_lines l join made m using (n) join parcels p on p.order_id = m.id`,
  'sales': `
    insert into stock_movements (product_id, location_id, quantity, cause, reference, actor, at)
    select l.product, d.id, -l.quantity, 'sale', m.number || '/1', 'shop', m.at
    from drawn_lines l join made m using (n) cross join (select id from locations where is_default) d
    where m.fate in ('shipped', 'delivered')`,
  'receipts': `
    insert into stock_movements (product_id, location_id, quantity, cause, reference, actor, at)
    select l.product, d.id, sum(l.quantity)::int, 'receipt', 'bench', 'shop', now() - interval '4 years'
    from drawn_lines l join made m using (n) cross join (select id from locations where is_default) d
    where m.fate in ('shipped', 'delivered') group by 1, 2`,
  'promises': `
    insert into reservations (holder, product_id, location_id, quantity, backordered, created_at)
    select 'order:' || m.number, l.product, d.id, 0, sum(l.quantity)::int, min(m.at)
    from drawn_lines l join made m using (n) cross join (select id from locations where is_default) d
    where m.fate in ('placed', 'confirmed') group by 1, 2, 3`,
  'levels': `
    insert into stock_levels as s (product_id, location_id, backordered)
    select product_id, location_id, sum(backordered)::int from reservations
    where state = 'held' and holder like 'order:SAP-2022-%' group by 1, 2
    on conflict (product_id, location_id) do update set backordered = s.backordered + excluded.backordered`,
}
