const DAY = (moment: string) => `(${moment} at time zone 'Africa/Tunis')::date`
const MIDNIGHT = (day: string) => `(${day})::timestamp at time zone 'Africa/Tunis'`

/** Days as SQL, the second one not included; and products, as SQL of an array of their ids (all of them otherwise). */
type Asked = { first: string; ending: string; products?: string }

/**
 * SQL of what was asked for by product and day: what former programs recorded, and our own orders that were not
 * cancelled, less what was refused at the door (on the day of the order) and what came back later (on that day; what
 * came back with a parcel is told by the parcel). Rows of `product_id`, `day`, `quantity` (negative: it came back),
 * `unit_price` in millimes, null where nobody has said one, and `discount`, what promotions took off the line, null where
 * only the price may tell. Kits are not taken apart.
 */
export const demandLines = ({ first, ending, products }: Asked) => {
  const within = (moment: string) =>
    `${moment} >= ${MIDNIGHT(first)} and ${moment} < ${MIDNIGHT(ending)}`
  return `
    select s.product_id, s.sold_on as day, s.quantity, s.unit_price, null::bigint as discount from sales_history s
    where s.sold_on >= ${first} and s.sold_on < ${ending} ${among('s.product_id', products)}
    union all
    select l.product_id, ${DAY('o.placed_at')}, l.quantity, l.unit_price, l.discount
    from orders o join order_lines l on l.order_id = o.id
    where o.state <> 'cancelled' and ${within('o.placed_at')} ${among('l.product_id', products)}
    union all
    select x.product_id, ${DAY('o.placed_at')}, -x.quantity, null, null
    from parcels p join parcel_lines x on x.parcel_id = p.id join orders o on o.id = p.order_id
    where p.state in ('refused', 'returned') and o.state <> 'cancelled'
      and ${within('o.placed_at')} ${among('x.product_id', products)}
    union all
    select m.product_id, ${DAY('m.at')}, -m.quantity, null, null from stock_movements m
    where m.cause = 'return' and ${within('m.at')} ${among('m.product_id', products)}
      and not exists (select from parcels p where p.number = m.reference)`
}

const among = (product: string, products?: string) =>
  products ? `and ${product} = any (${products})` : ''
