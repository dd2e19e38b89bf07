import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Through what a write came. */
export type Source = 'ui' | 'api' | 'import' | 'job' | 'command'

/** Who writes, through what, and why. */
export type Acting = {
  /** `staff:3`, `import:12`, `demo`. */
  actor: string
  source: Source
  reason?: string
  /** What many writes belong to and are undone with: `import:12`, `bulk:7`. */
  cause?: string
  requestId?: string
  ip?: string
}

/** Tells the triggers of this transaction who writes and why: they keep the histories. */
export async function actAs(trx: TransactionClientContract, acting: Acting) {
  await sql('select act_as($1)', [JSON.stringify(acting)], trx)
}
