import type { I18n } from '@adonisjs/i18n'
import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { dinars } from '#app/money/dinars'
import { authorInWords } from '#app/orders/desk/author_in_words'
import { methodTextOf } from '#app/orders/desk/method_text'
import type { Edited } from '#app/orders/order_event'

type Row = {
  type: string
  data: {
    reason?: string
    text?: string
    amount?: number
    method?: string
    outcome?: string
    parcel?: string
    carrier?: string
    trackingNumber?: string | null
    changes?: Edited['changes']
    isReaddressed?: boolean
  }
  shippingOption: string
  at: Date
  actor: string
}

/** What has happened to an order, in words, the newest first. */
export async function orderEntries(orderId: number, i18n: I18n) {
  const rows = await sql<Row>(
    `select e.type, e.at, e.actor, o.shipping_option as "shippingOption",
       e.data - 'lines' - 'after' || jsonb_strip_nulls(jsonb_build_object('amount', e.data #> '{after,total}')) as data
     from order_events e join orders o on o.id = e.order_id where e.order_id = $1 order by e.version desc`,
    [orderId]
  )
  const events = await withAuthors(rows)
  return events.map(({ type, data, at, author, shippingOption }) => {
    const what = i18n.t(`orders.event_${type.replace('order.', '').replace('.', '_')}`)
    return {
      what: [what, ...toldOf({ ...data, shippingOption }, i18n)].join(' : '),
      who: authorInWords(author, i18n),
      at,
    }
  })
}

/** What an event says besides its name. */
function toldOf(data: Row['data'] & Pick<Row, 'shippingOption'>, i18n: I18n): string[] {
  const { text, reason, amount, method, outcome, parcel, carrier, trackingNumber } = data
  const about = [
    ...(data.changes ?? []).map(({ sku, from, to }) => `${sku} × ${from} → ${to}`),
    data.isReaddressed ? i18n.t('orders.readdressed') : '',
    amount === undefined ? '' : `${dinars(amount)} ${i18n.t('money.unit')}`,
    method ? i18n.t(methodTextOf(method, data.shippingOption)) : '',
    outcome ? i18n.t(`orders.call_${outcome}`) : '',
    ...[parcel ?? '', carrier ?? '', trackingNumber ?? ''],
    text ?? (reason && KNOWN.has(reason) ? i18n.t(`orders.reason_${reason}`) : reason) ?? '',
  ].filter(Boolean)
  return about.length ? [about.join(' · ')] : []
}

/** Reasons that the shop itself gives. */
const KNOWN = new Set([
  ...['unpaid', 'expired', 'declined', 'gateway_unreachable', 'gateway_refused', 'interrupted'],
  ...['order_cancelled', 'order_edited', 'surplus', 'at_gateway'],
])
