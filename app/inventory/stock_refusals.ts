import { Problem } from '#app/platform/http/problem'
import type { Shortfall } from '#app/inventory/reservations'

type Line = { productId: number; sku: string; quantity: number }
type Gone = { sku: string; quantity: number; available: number }

const ADVICE = 'Change the lines named here to what is available, and start again.'

/** Lines that cannot be had: how much was asked for, and how much there is. */
export const outOfStock = (lines: Gone[], detail = ADVICE) =>
  new Problem({
    ...{ status: 409, code: 'out_of_stock', title: 'Some of it is gone', detail },
    extra: { lines },
  })

/** The same, of what could not be promised. */
export const missingOf = (shortfalls: Shortfall[], lines: Line[], detail = ADVICE) =>
  outOfStock(
    shortfalls.map(({ productId, quantity, available }) => ({
      sku: lines.find((line) => line.productId === productId)?.sku ?? '',
      ...{ quantity, available },
    })),
    detail
  )
