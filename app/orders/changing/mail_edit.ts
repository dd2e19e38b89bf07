import { mailOrderNews } from '#app/orders/mails/mail_order_news'

/** Whoever gave an address hears what the order is after staff have changed it: once for each change. */
mailOrderNews({
  ...{ name: 'orders.mail_edit', type: 'order.edited', news: 'edited' },
  keyOf: ({ number }, { id }) => `order-${number}-${id}`,
})
