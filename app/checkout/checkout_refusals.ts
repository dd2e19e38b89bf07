import { money } from '#app/money/money'
import { Problem } from '#app/platform/http/problem'

export const alreadyCompleted = () =>
  new Problem({
    status: 409,
    code: 'checkout_completed',
    title: 'This has been ordered',
    detail: 'The order is placed. Repeat the request with its first Idempotency-Key to see it.',
  })

/** @param missing what is not there yet, as in the addresses of the API */
export const incomplete = (missing: string[]) =>
  new Problem({
    status: 409,
    code: 'checkout_incomplete',
    title: 'Something is missing',
    detail: `Send ${missing.join(' and ')} of this checkout first.`,
    extra: { missing },
  })

/** What it costs now, in millimes: the buyer has to see it before anything is ordered. */
export const priceChanged = (before: number, after: number) =>
  new Problem({
    status: 409,
    code: 'price_changed',
    title: 'The price has changed',
    detail: 'Show the buyer the new total, and complete again with a new Idempotency-Key.',
    extra: { before: money(before), total: money(after) },
  })

export const cartMoved = () =>
  new Problem({
    status: 409,
    code: 'cart_moved',
    title: 'The cart has become part of another one',
    detail: 'Show the buyer the cart of the account, and start the checkout again with the login.',
  })
