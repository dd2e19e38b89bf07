import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

type Person = {
  /** As `ownerOf` names them. */
  owner: string
  /** What tells of them in answers that others had: an address, a telephone. */
  tellingOf: string[]
}

/** Forgets the answers that were given to a person, and those that tell of them. Whatever is still under way stays. */
export async function forgetKeptAnswers(
  { owner, tellingOf }: Person,
  trx: TransactionClientContract
) {
  await sql(
    `delete from idempotency_keys where state = 'done'
       and (owner = $1 or exists (select from unnest($2::text[]) told where strpos(response_body, told) > 0))`,
    [owner, tellingOf],
    trx
  )
}
