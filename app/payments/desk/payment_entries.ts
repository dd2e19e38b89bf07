import type { I18n } from '@adonisjs/i18n'
import { dinars } from '#app/money/dinars'
import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { isPaidAtCounter } from '#app/payments/by_hand/counter'
import { DECISIONS } from '#app/payments/payment'
import { authorInWords } from '#app/orders/desk/author_in_words'

type Row = {
  type: string
  data: { amount?: number; document?: string; reason?: string }
  at: Date
  actor: string
  attempt: number
}

const DECIDED = new Set<string>(DECISIONS)
const AT_COUNTER = ['moved.out', 'moved.collected', 'moved.remitted']

/** What has happened to the payments of an order, in words, the newest first. */
export async function paymentEntries(orderId: number, i18n: I18n) {
  const rows = await sql<Row>(
    `select e.type, e.data, e.at, e.actor, p.attempt
     from payment_events e join payments p on p.id = e.payment_id where p.order_id = $1 order by e.id desc limit 100`,
    [orderId]
  )
  const events = await withAuthors(rows)
  const atCounter = new Set(
    rows.filter(({ data }) => isPaidAtCounter(data)).map(({ attempt }) => attempt)
  )
  return events.map(({ type, data, at, author, attempt }) => ({
    what: [
      i18n.t(textOf(type, atCounter.has(attempt))),
      ...(data.amount === undefined ? [] : [`${dinars(data.amount)} ${i18n.t('money.unit')}`]),
      ...(data.reason && DECIDED.has(type) ? [data.reason] : []),
      ...(data.document && !isPaidAtCounter(data) ? [data.document] : []),
    ].join(' · '),
    who: [i18n.t('payments.attempt', { number: attempt }), authorInWords(author, i18n)].join(' · '),
    at,
  }))
}

/** What goes out, is paid and comes in within a moment at the counter has words of its own. */
const textOf = (type: string, isAtCounter: boolean) =>
  isAtCounter && AT_COUNTER.includes(type)
    ? `payments.event_${type.replace('moved.', 'at_counter_')}`
    : `payments.event_${type.replace('.', '_')}`
