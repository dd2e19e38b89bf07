import limiter from '@adonisjs/limiter/services/main'
import { notFound, Problem } from '#app/platform/http/problem'
import { type KeptOrder, orderQuery } from '#app/orders/order_query'

/** There are ten thousand endings: nobody tries many of them on one order. */
const PER_ORDER = { requests: 10, duration: '1 hour', blockDuration: '1 hour' } as const

/**
 * The order of a number, for whoever knows how its telephone ends. Throws 404 for a wrong number and a
 * wrong ending alike, as for an order of nobody's telephone, 429 after ten wrong ones in an hour.
 */
export async function trackOrder(number: string, phoneLast4: string): Promise<KeptOrder> {
  const [error, order] = await limiter.use(PER_ORDER).penalize(`track:${number}`, async () => {
    const found = await orderQuery(number)
    if (!found.contact?.phone?.endsWith(phoneLast4)) throw notFound('order')
    return found
  })
  if (!error) return order
  throw new Problem({
    status: 429,
    code: 'too_many_guesses',
    title: 'Too many wrong attempts',
    detail: 'Wait as long as Retry-After says, or open the link of your order.',
    headers: { 'Retry-After': String(error.response.availableIn) },
  })
}
