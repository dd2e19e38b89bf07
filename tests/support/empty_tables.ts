import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'

type Table = { name: string; sequences: string[] }

const reached = new Map<string, Promise<Table[]>>()

/**
 * Takes all rows out of these tables and of those that refer to them, and counts from 1 again. What `truncate …
 * cascade` does, which makes new files for hundreds of indexes to empty tables that mostly have no row.
 */
export async function emptyTables(...names: string[]) {
  const tables = await tablesReached(names)
  await emptyAll(tables)
}

/** What a page still counts in the background may hold what this waits for, and wait for the rest. */
async function emptyAll(tables: Table[], attempts = 5): Promise<void> {
  try {
    await deleteRows(tables)
  } catch (error) {
    const isDeadlock = (error as { code?: string }).code === '40P01'
    if (!isDeadlock || attempts === 1) throw error
    await emptyAll(tables, attempts - 1)
  }
}

async function deleteRows(tables: Table[]) {
  const filled = await filledOf(tables)
  // The tables that others refer to come first: who is still writing a row that refers to one is waited for.
  await db.transaction(async (trx) => {
    await trx.rawQuery('set local session_replication_role = replica')
    for (const { name } of filled) await trx.rawQuery(`delete from ${name}`)
    const sequences = tables.flatMap((table) => table.sequences)
    await sql(
      `select setval(name, 1, false) from unnest($1::regclass[]) name
        where pg_sequence_last_value(name) is not null`,
      [sequences],
      trx
    )
  })
}

/** Those that refer to one of these, to those, and so on, after what they refer to. */
function tablesReached(names: string[]): Promise<Table[]> {
  const key = names.join()
  const known = reached.get(key) ?? readReached(names)
  reached.set(key, known)
  return known
}

function readReached(names: string[]) {
  return sql<Table>(
    `with recursive reached as (
       select name::regclass as id, 0 as depth from unnest($1::text[]) name
       union
       select conrelid, depth + 1 from reached join pg_constraint on confrelid = reached.id
        where contype = 'f' and conrelid <> confrelid and depth < 12
     )
     select id::text as name,
            array(select objid::regclass::text from pg_depend
                   where refobjid = reached.id and classid = 'pg_class'::regclass and deptype in ('a', 'i')
                     and objid in (select oid from pg_class where relkind = 'S')) as sequences
       from reached group by id order by max(depth)`,
    [names]
  )
}

async function filledOf(tables: Table[]): Promise<Table[]> {
  const asked = tables.map(({ name }, at) => `(${at}, exists (select from ${name}))`)
  const found = await sql<{ at: number }>(
    `select at from (values ${asked.join()}) asked (at, is_filled) where is_filled order by at`
  )
  return found.map(({ at }) => tables[at])
}
