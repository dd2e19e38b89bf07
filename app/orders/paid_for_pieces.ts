import { scaled } from '#app/money/scaled'
import type { OrderLine } from '#app/orders/order_event'

/** What so many pieces of a line cost after promotions, in millimes; all of them cost what the line does. */
export const paidForPieces = (
  { lineTotal, discount, quantity }: Pick<OrderLine, 'lineTotal' | 'discount' | 'quantity'>,
  pieces: number
): number => scaled(lineTotal - discount, pieces, quantity)
