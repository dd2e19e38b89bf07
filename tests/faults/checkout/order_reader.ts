import { listen } from '#app/platform/events/listener'
import { orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'

/** Reads the order of every event it is told of, and notes whether it was there. */
export const orderReader = listen({
  name: 'test-reads-orders',
  types: ['order.placed'],
  async handle({ aggregateId }) {
    const order = await orderQuery(String(aggregateId))
    await sql('insert into tests.effects (key) values ($1)', [order ? 'found' : 'missing'])
  },
})
