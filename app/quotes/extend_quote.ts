import db from '@adonisjs/lucid/services/db'
import { missingOf } from '#app/inventory/stock_refusals'
import { extendReservations, reserveStock } from '#app/inventory/reservations'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { holderOfQuote } from '#app/quotes/quote'
import { lockedQuote } from '#app/quotes/quote_query'
import { expectMove } from '#app/quotes/quote_refusals'

/**
 * Holds the pieces of a quote for so many hours from now; what has expired is taken again at the prices
 * that were quoted. Throws 409 for pieces that somebody else has got meanwhile.
 */
export const extendQuote = (number: string, hours: number, acting: Acting): Promise<void> =>
  db.transaction(async (trx) => {
    await actAs(trx, acting)
    const quote = await lockedQuote(number, trx)
    expectMove(quote, 'extend')
    await sql(
      `update quotes set expires_at = now() + $2 * interval '1 hour' where id = $1`,
      [quote.id, hours],
      trx
    )
    if (await extendReservations(holderOfQuote(number), hours * 60, trx)) return
    const missing = await reserveStock(holderOfQuote(number), quote.lines, hours * 60, trx)
    if (missing.length) throw missingOf(missing, quote.lines)
  })
