import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Who writes, and why: `staff:3`, `import:12`, `demo`. */
export type Acting = { actor: string; reason?: string; importId?: number }

/** Tells the triggers of this transaction who writes and why. */
export async function actAs(trx: TransactionClientContract, acting: Acting) {
  await sql(
    'select act_as($1, $2, $3)',
    [acting.actor, acting.reason ?? null, acting.importId ?? null],
    trx
  )
}
