import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg'
import { again } from '#app/platform/database/again'

/** A server keeps a plan per name and connection: beyond this many, texts go unnamed. */
const MAX_NAMES = 500
const names = new Map<string, string>()

/** What `knex` calls its client: the owner of the pool that Lucid uses. */
type Pool = {
  acquireConnection(): Promise<PoolClient>
  releaseConnection(connection: PoolClient): Promise<void>
}

/**
 * Runs one statement on Lucid's pool, or inside `trx`, as a named prepared
 * statement, and returns its rows. Hot reads go through here: no model, no
 * query builder, one round trip (why: docs/performance.md).
 *
 * List the columns: a plan of `select *` breaks when a migration adds one.
 */
export async function sql<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
  trx?: TransactionClientContract
): Promise<Row[]> {
  const run = () => rowsOf<Row>({ name: nameOf(text), text, values }, poolOf(trx))
  // Inside a transaction all of it is to be done again, not its last statement.
  return trx ? run() : again(run)
}

/**
 * The same without a name, planned anew for these `values`: for conditions that keep one row in a million or nearly
 * all of them, such as a part of a name, where no one plan is right.
 */
export const sqlPlannedFor = <Row extends QueryResultRow>(text: string, values: unknown[]) =>
  rowsOf<Row>({ text, values }, poolOf())

async function rowsOf<Row extends QueryResultRow>(statement: QueryConfig, pool: Pool) {
  const connection = await pool.acquireConnection()
  try {
    const { rows } = await connection.query<Row>(statement)
    return rows
  } finally {
    // In a transaction this gives the connection back to the transaction, not to the pool.
    await pool.releaseConnection(connection)
  }
}

function poolOf(trx?: TransactionClientContract): Pool {
  const knex = trx ? trx.knexClient : db.connection().getWriteClient()
  return (knex as unknown as { client: Pool }).client
}

function nameOf(text: string): string | undefined {
  let name = names.get(text)
  if (!name && names.size < MAX_NAMES) {
    name = createHash('sha1').update(text).digest('hex').slice(0, 20)
    names.set(text, name)
  }
  return name
}
