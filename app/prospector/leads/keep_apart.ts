import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** They are two: they are not suspected again. Throws 404. */
export function keepApart(duplicateId: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [found] = await sql(
      `update lead_duplicates set state = 'apart' where id = $1 and state = 'open' returning id`,
      [duplicateId],
      trx
    )
    if (!found) throw notFound('suspicion')
  })
}
