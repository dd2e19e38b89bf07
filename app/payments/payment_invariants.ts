import { sqlWords } from '#app/platform/database/sql_words'
import { brokenRows } from '#app/platform/invariants/broken_rows'
import { defineInvariant } from '#app/platform/invariants/invariant'
import { OPEN_REFUNDS } from '#app/payments/refunds/refund'

/** Of each order: what was captured and paid back, and what is on its way back. */
const MONEY = `
  select o.number, o.total, o.state, o.payment_state, sum(p.captured)::bigint as captured, sum(p.refunded)::bigint as refunded,
    coalesce(sum((select sum(amount) from refunds r where r.payment_id = p.id
      and r.state in (${sqlWords(OPEN_REFUNDS)}))), 0)::bigint as promised
  from orders o join payments p on p.order_id = o.id group by o.id`

defineInvariant({
  name: 'nobody pays more than an order costs, nor gets back more than was paid',
  broken: () =>
    brokenRows(`select format('order %s of %s: %s captured, %s refunded, %s promised', number, total, captured, refunded, promised) as broken
      from (${MONEY}) m where captured - refunded - promised not between 0 and total`),
})

defineInvariant({
  name: 'an order says what its payments say',
  broken: () =>
    brokenRows(`select format('order %s is %s: %s captured, %s refunded', number, payment_state, captured, refunded) as broken
      from (${MONEY}) m
      where payment_state <> case
        when captured = 0 then case state when 'cancelled' then 'void' else 'due' end
        when captured = refunded then 'refunded'
        -- What was paid twice went back once; dinars that a gateway cannot count in were never asked for.
        when refunded = 0 or captured - refunded >= total then 'paid'
        else 'partially_refunded' end`),
})

defineInvariant({
  name: 'what was paid back is the sum of refunds',
  broken: () =>
    brokenRows(`select format('payment %s: %s refunded, refunds %s', p.public_id, p.refunded, coalesce(r.sum, 0)) as broken
      from payments p left join (select payment_id, sum(amount) as sum from refunds where state = 'done' group by 1) r
        on r.payment_id = p.id
      where p.refunded <> coalesce(r.sum, 0)`),
})

defineInvariant({
  name: 'a payment has what its state says',
  broken: () =>
    brokenRows(`select format('payment %s is %s: %s of %s captured, %s refunded', public_id, state, captured, amount, refunded) as broken
      from payments
      where (captured > 0) <> (amount > 0 and state in ('paid', 'collected', 'remitted', 'partially_refunded', 'refunded'))
        or (state = 'refunded') <> (captured > 0 and captured = refunded)`),
})
