import type pg from 'pg'
import { copyRows } from '#app/platform/tabular/copy_rows'

const PREFIX = 'import_staging_'

export function stagingTable(runId: number): string {
  return `${PREFIX}${runId}`
}

/**
 * Fills the staging table of a run. It is unlogged: cheap to write, there
 * again after a crash of ours, and empty after a crash of the server, when the
 * file is simply staged again. Returns how many rows it holds.
 */
export async function fillStagingTable(
  session: pg.Client,
  table: string,
  columns: Record<string, string>,
  rows: AsyncIterable<Record<string, unknown>>
): Promise<number> {
  const all = { seq: 'integer', line: 'integer', reason: 'text', merged: 'boolean', ...columns }
  const definitions = Object.entries(all).map(([name, type]) => `${name} ${type}`)
  await session.query(`drop table if exists ${table}`)
  await session.query(`create unlogged table ${table} (${definitions.join(', ')})`)
  const count = await copyRows(session, table, Object.keys(all), rows)
  await session.query(`alter table ${table} add primary key (seq)`)
  return count
}

/** Rows of a staging table; 0 when it is not there. */
export async function countStaged(session: pg.Client, table: string): Promise<number> {
  const { rows } = await session.query<{ known: boolean }>(
    'select to_regclass($1) is not null as known',
    [table]
  )
  if (!rows[0].known) return 0
  const counted = await session.query<{ count: number }>(
    `select count(*)::int as count from ${table}`
  )
  return counted.rows[0].count
}

export async function dropStagingTable(session: pg.Client, runId: number) {
  await session.query(`drop table if exists ${stagingTable(runId)}`)
}

/** Drops what runs that are over have left behind. */
export async function dropForgottenTables(session: pg.Client) {
  const { rows } = await session.query<{ id: number }>(
    `select substr(c.relname, $2)::bigint as id from pg_class c
     where c.relkind = 'r' and c.relname ~ ('^' || $1 || '[0-9]+$')
       and not exists (
         select from import_runs r
         where r.id = substr(c.relname, $2)::bigint and r.state in ('checking', 'staging', 'applying', 'paused')
       )`,
    [PREFIX, PREFIX.length + 1]
  )
  for (const { id } of rows) await dropStagingTable(session, id)
}
