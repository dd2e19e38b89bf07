import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Somebody has decided whether two leads are one business: nobody is asked about them again. */
export const decideSuspicion = (
  lead: number,
  other: number,
  state: 'merged' | 'apart',
  trx: TransactionClientContract
) =>
  sql(
    `update lead_duplicates set state = $3
     where lead_a = least($1::int, $2::int) and lead_b = greatest($1::int, $2::int)`,
    [lead, other, state],
    trx
  )
