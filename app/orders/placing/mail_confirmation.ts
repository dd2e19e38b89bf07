import { mailOrderNews } from '#app/orders/mails/mail_order_news'

/** After the order is there for all to see, whoever gave an address gets a mail: once. */
mailOrderNews({
  ...{ name: 'orders.mail_confirmation', type: 'order.placed', news: 'placed' },
  keyOf: ({ number }) => `order-${number}`,
})
