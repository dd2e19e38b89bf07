import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type pg from 'pg'

/** The connection that a transaction runs on: COPY speaks to it itself. */
export function connectionOf(trx: TransactionClientContract): Promise<pg.Client> {
  const knex = trx.knexClient as unknown as {
    client: { acquireConnection(): Promise<pg.Client> }
  }
  return knex.client.acquireConnection()
}
