import db from '@adonisjs/lucid/services/db'
import { listen } from '#app/platform/events/listener'
import { queueMail } from '#app/platform/mail/queue_mail'
import OrderMail from '#app/orders/mails/order_mail'
import { orderQuery } from '#app/orders/order_query'

/** Whoever gave an address hears what the order is after staff have changed it: once for each change. */
export const mailEdit = listen({
  name: 'orders.mail_edit',
  types: ['order.edited'],
  handle: ({ id, aggregateId }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      const order = await orderQuery(String(aggregateId), trx)
      const email = order.contact?.email
      if (!email) return
      await queueMail(new OrderMail(order, email, 'edited'), trx, `order-${order.number}-${id}`)
    }),
})
