import { Problem } from '#app/platform/http/problem'
import type { Shortfall } from '#app/inventory/reservations'

type Line = { productId: number; sku: string; quantity: number }

/** Lines that cannot be had: how much was asked for, and how much there is. */
export const outOfStock = (lines: { sku: string; quantity: number; available: number }[]) =>
  new Problem({
    status: 409,
    code: 'out_of_stock',
    title: 'Some of it is gone',
    detail: 'Change the lines named here to what is available, and start again.',
    extra: { lines },
  })

/** The same, of what could not be promised. */
export const missingOf = (shortfalls: Shortfall[], lines: Line[]) =>
  outOfStock(
    shortfalls.map(({ productId, quantity, available }) => ({
      sku: lines.find((line) => line.productId === productId)?.sku ?? '',
      ...{ quantity, available },
    }))
  )
