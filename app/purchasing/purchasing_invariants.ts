import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'

defineInvariant({
  name: 'what was received is the sum of receipts, and was ordered',
  broken: () =>
    brokenRows(`select format('line %s of order %s: received %s + %s back, receipts %s + %s, ordered %s + %s', l.id,
        l.purchase_order_id, l.received, l.refused, coalesce(r.accepted, 0), coalesce(r.refused, 0), l.ordered,
        l.over_delivered) as broken
      from purchase_order_lines l left join (
        select line_id, sum(accepted) as accepted, sum(refused) as refused
        from purchase_receipt_lines group by 1) r on r.line_id = l.id
      where (l.received, l.refused) is distinct from (coalesce(r.accepted, 0), coalesce(r.refused, 0))
        or l.received > l.ordered + l.over_delivered`),
})

defineInvariant({
  name: 'a receipt has moved the stock it tells of',
  broken: () =>
    brokenRows(`select format('receipt %s, product %s: %s accepted, %s moved', number, product_id,
        coalesce(accepted, 0), coalesce(moved, 0)) as broken
      from (
        select r.number, l.product_id, sum(x.accepted) as accepted
        from purchase_receipts r join purchase_receipt_lines x on x.receipt_id = r.id
        join purchase_order_lines l on l.id = x.line_id where x.accepted > 0 group by 1, 2) told
      full join (
        select m.reference as number, m.product_id, sum(m.quantity) as moved
        from stock_movements m join purchase_receipts r on r.number = m.reference
        where m.cause = 'receipt' group by 1, 2) book using (number, product_id)
      where accepted is distinct from moved`),
})

defineInvariant({
  name: 'an order that was received lacks nothing',
  broken: () =>
    brokenRows(`select format('purchase order %s is %s, %s pieces are awaited', o.number, o.state, l.outstanding) as broken
      from purchase_orders o join (
        select purchase_order_id, sum(outstanding) as outstanding, sum(received) as received
        from purchase_order_lines group by 1) l on l.purchase_order_id = o.id
      where o.state = 'received' and l.outstanding > 0 or o.state in ('draft', 'sent', 'confirmed', 'cancelled') and l.received > 0`),
})
