import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

export type Transfer = {
  productId: number
  from: number
  to: number
  pieces: number
  reference: string
  actor: string
}

/** Carries pieces that nobody was promised to another place. Returns how many are missing; 0 when done. */
export async function transferStock(
  { productId, from, to, pieces, reference, actor }: Transfer,
  trx?: TransactionClientContract
): Promise<number> {
  const [{ missing }] = await sql<{ missing: number }>(
    'select transfer_stock($1, $2, $3, $4, $5, $6) as missing',
    [productId, from, to, pieces, reference, actor],
    trx
  )
  return missing
}
