import type { I18n } from '@adonisjs/i18n'
import { sql } from '#app/platform/database/sql'

type Row = { type: string; data: { reason?: string; text?: string }; at: Date; author: string }

/** What has happened to an order, in words, the newest first. */
export async function orderEntries(orderId: number, i18n: I18n) {
  const rows = await sql<Row>(
    `select e.type, e.data - 'lines' as data, e.at, coalesce(m.full_name, e.actor) as author
     from order_events e left join staff_members m on e.actor = 'staff:' || m.id
     where e.order_id = $1 order by e.version desc`,
    [orderId]
  )
  return rows.map(({ type, data, at, author }) => {
    const told = data.text ?? data.reason
    const what = i18n.t(`orders.event_${type.replace('order.', '')}`)
    const who = /^(guest$|customer:)/.test(author) ? i18n.t('orders.guest') : author
    return { what: told ? `${what} : ${told}` : what, who, at }
  })
}
