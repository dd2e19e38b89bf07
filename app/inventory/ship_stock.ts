import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { askedFor, type Shortfall, type Wanted } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'

type Document = { document: string; actor: string }

/**
 * Some of what a holder holds leaves, as a sale under this document: all that is `wanted`, or nothing. Returns what
 * the holder does not have on hand, by component where a kit was asked for; empty when it has left.
 */
export function shipStock(
  holder: string,
  wanted: Wanted[],
  { document, actor }: Document,
  trx: TransactionClientContract
): Promise<Shortfall[]> {
  return sql<Shortfall>(
    `select product as "productId", quantity, available from ship_stock($1, $2, $3, $4)`,
    [holder, askedFor(wanted), document, actor],
    trx
  )
}

/** Pieces that came back: `restocked` may be sold again, `lost` are written off. */
type CameBack = { productId: number; restocked: number; lost: number }

/** Takes back what had left under this document; whoever waits for pieces gets those that may be sold. */
export async function takeBackStock(
  came: CameBack[],
  locationId: number,
  { document, actor }: Document,
  trx: TransactionClientContract
): Promise<void> {
  const pieces = came.map(({ productId, restocked, lost }) => ({
    ...{ product: productId, restocked, lost },
  }))
  await sql(
    'select take_back_stock($1, $2, $3, $4)',
    [JSON.stringify(pieces), locationId, document, actor],
    trx
  )
}
