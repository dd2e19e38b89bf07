import db from '@adonisjs/lucid/services/db'
import { releaseStock } from '#app/inventory/reservations'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { holderOfQuote } from '#app/quotes/quote'
import { lockedQuote } from '#app/quotes/quote_query'
import { expectMove } from '#app/quotes/quote_refusals'

/** Ends a quote that nobody wants, and frees its pieces. */
export const refuseQuote = (number: string, reason: string, acting: Acting): Promise<void> =>
  db.transaction(async (trx) => {
    await actAs(trx, acting)
    const quote = await lockedQuote(number, trx)
    expectMove(quote, 'refuse')
    await sql(
      `update quotes set state = 'refused', reason = $2, state_since = now() where id = $1`,
      [quote.id, reason],
      trx
    )
    await releaseStock(holderOfQuote(number), trx)
  })
