import db from '@adonisjs/lucid/services/db'
import { listen } from '#app/platform/events/listener'
import { queueMail } from '#app/platform/mail/queue_mail'
import OrderMail from '#app/orders/mails/order_mail'
import { orderQuery } from '#app/orders/order_query'

/** After the order is there for all to see, whoever gave an address gets a mail: once. */
export const mailConfirmation = listen({
  name: 'orders.mail_confirmation',
  types: ['order.placed'],
  handle: ({ aggregateId }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      const order = await orderQuery(String(aggregateId), trx)
      const email = order.contact?.email
      if (email) await queueMail(new OrderMail(order, email), trx, `order-${order.number}`)
    }),
})
