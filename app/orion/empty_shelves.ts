/**
 * CTE that goes with `HEIRS`: when there was nothing left of a product (`heir`), from `at` until `until`, of all that is
 * not sold without stock: there an empty shelf keeps nobody from ordering. Nothing is known before the first movement.
 */
export const EMPTY_SHELVES = `
  empty_shelves as (
    select s.heir, s.at, s.until from (
      select h.heir, m.at, sum(m.quantity) over own as on_hand, lead(m.at, 1, now()) over own as until
      from stock_movements m join heirs h on h.id = m.product_id
      window own as (partition by h.heir order by m.at, m.id)
    ) s join products p on p.id = s.heir and not p.orderable
    where s.on_hand <= 0
  )`
