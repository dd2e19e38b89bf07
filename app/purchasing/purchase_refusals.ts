import { Problem } from '#app/platform/http/problem'
import type { PurchaseOrder } from '#app/purchasing/purchase_order_query'

export const movedOn = ({ number, state }: PurchaseOrder) =>
  new Problem({
    status: 409,
    code: 'purchase_order_moved_on',
    title: 'That is not possible any more',
    detail: `Purchase order ${number} is ${state}. Read it again.`,
    extra: { state },
  })

export const noLines = ({ number }: PurchaseOrder) =>
  new Problem({
    status: 409,
    code: 'purchase_order_empty',
    title: 'Nothing is ordered yet',
    detail: `Purchase order ${number} has no lines. Add what is wanted, then send it.`,
  })

export const noAddress = ({ supplier }: PurchaseOrder) =>
  new Problem({
    status: 409,
    code: 'supplier_email_missing',
    title: 'The supplier has no mail address',
    detail: `Add the address of ${supplier}, or send the order yourself and say so with "mail": false.`,
  })

/** What came beyond what was ordered, and nobody has said that it may stay. */
export const overDelivery = (over: { sku: string; ordered: number; received: number }[]) =>
  new Problem({
    status: 409,
    code: 'over_delivery',
    title: 'More came than was ordered',
    detail:
      'Count again; if the pieces may stay, send it with "acceptOver": true, else refuse the rest.',
    extra: { lines: over },
  })

export const keyUsedOtherwise = () =>
  new Problem({
    status: 422,
    code: 'idempotency_key_reused',
    title: 'This key belongs to another request',
    detail: 'The Idempotency-Key was sent with another delivery before. Make a new key.',
  })
