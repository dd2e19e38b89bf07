import type { I18n } from '@adonisjs/i18n'
import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'

type Row = { type: string; data: { reason?: string; text?: string }; at: Date; actor: string }

/** What has happened to an order, in words, the newest first. */
export async function orderEntries(orderId: number, i18n: I18n) {
  const rows = await sql<Row>(
    `select type, data - 'lines' as data, at, actor
     from order_events where order_id = $1 order by version desc`,
    [orderId]
  )
  const events = await withAuthors(rows)
  return events.map(({ type, data, at, author }) => {
    const told = data.text ?? data.reason
    const what = i18n.t(`orders.event_${type.replace('order.', '')}`)
    const who = /^(guest$|customer:)/.test(author) ? i18n.t('orders.guest') : author
    return { what: told ? `${what} : ${told}` : what, who, at }
  })
}
