import db from '@adonisjs/lucid/services/db'
import { listen } from '#app/platform/events/listener'
import type { OutboxEvent } from '#app/platform/events/outbox'
import { queueMail } from '#app/platform/mail/queue_mail'
import OrderMail, { type OrderNews } from '#app/orders/mails/order_mail'
import { type KeptOrder, orderQuery } from '#app/orders/order_query'

type Told = {
  name: string
  type: string
  news: OrderNews
  /** Mails of one key are sent once. */
  keyOf(order: KeptOrder, event: OutboxEvent): string
}

/** Mails news of an order to whoever gave an address, after it is there for all to see. */
export const mailOrderNews = ({ name, type, news, keyOf }: Told) =>
  listen({
    name,
    types: [type],
    handle: (event, run) =>
      db.transaction(async (trx) => {
        await run.complete(trx)
        const order = await orderQuery(String(event.aggregateId), trx)
        const email = order.contact?.email
        if (email) await queueMail(new OrderMail(order, email, news), trx, keyOf(order, event))
      }),
  })
