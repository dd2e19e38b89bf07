const DAY = (moment: string) => `(${moment} at time zone 'Africa/Tunis')::date`
const MIDNIGHT = (day: string) => `(${day})::timestamp at time zone 'Africa/Tunis'`

/** Days as SQL, the second one not included; and products, as SQL of an array of their ids (all of them otherwise). */
type Asked = { first: string; ending: string; products?: string }

/**
 * SQL of what was asked for by product and day: what former programs recorded, and our own orders that were not
 * cancelled, less what was refused at the door (on the day of the order) and what came back later (on that day; what
 * came back with a parcel is told by the parcel). Rows of `product_id`, `day`, `quantity` (negative: more came back)
 * and `unit_price` in millimes, null where nobody has said one. Kits are not taken apart.
 */
export const demandLines = ({ first, ending, products }: Asked) => `
    select s.product_id, s.sold_on as day, s.quantity, s.unit_price from sales_history s
    where s.sold_on >= ${first} and s.sold_on < ${ending} ${among('s.product_id', products)}
    union all
    select l.product_id, ${DAY('o.placed_at')}, l.quantity - coalesce(b.quantity, 0)::int, l.unit_price
    from orders o join order_lines l on l.order_id = o.id left join (
      select p.order_id, x.position, sum(x.quantity) as quantity from parcels p join parcel_lines x on x.parcel_id = p.id
      where p.state in ('refused', 'returned') ${among('x.product_id', products)} group by 1, 2
    ) b on b.order_id = l.order_id and b.position = l.position
    where o.state <> 'cancelled' and o.placed_at >= ${MIDNIGHT(first)} and o.placed_at < ${MIDNIGHT(ending)}
      ${among('l.product_id', products)}
    union all
    select m.product_id, ${DAY('m.at')}, -m.quantity, null from stock_movements m
    where m.cause = 'return' and m.at >= ${MIDNIGHT(first)} and m.at < ${MIDNIGHT(ending)}
      ${among('m.product_id', products)} and not exists (select from parcels p where p.number = m.reference)`

const among = (product: string, products?: string) =>
  products ? `and ${product} = any (${products})` : ''
