import { createHash } from 'node:crypto'
import { Exception } from '@adonisjs/core/exceptions'
import pg from 'pg'

/** First key of our advisory locks, so that they meet nobody else's. */
const FILE = 4_011_990
const WRITING = 4_011_991

/** The same file is being imported by somebody else at this moment. */
export class ImportInProgress extends Exception {
  static status = 409
  static code = 'E_IMPORT_IN_PROGRESS'
}

/** PostgreSQL's `lock_not_available`. */
const NOT_HELD_IN_TIME = '55P03'

/**
 * Holds a file for this session, until its connection ends however it ends. Throws `ImportInProgress` when
 * somebody else holds it for longer than the session of an import that was killed may linger.
 */
export async function lockFile(session: pg.Client, entity: string, fileHash: string, name: string) {
  await session.query(`set lock_timeout = '2s'`)
  try {
    await waitForFile(session, entity, fileHash)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_HELD_IN_TIME) throw error
    throw new ImportInProgress(`${name} is being imported at this moment: wait for it to finish`)
  }
  await session.query('reset lock_timeout')
}

/** Holds a file as `lockFile` does, however long somebody else may. */
export async function waitForFile(session: pg.Client, entity: string, fileHash: string) {
  await session.query('select pg_advisory_lock($1, $2)', [FILE, keyOf(entity, fileHash)])
}

const keyOf = (entity: string, fileHash: string) =>
  createHash('sha256').update(`${entity}:${fileHash}`).digest().readInt32BE()

/** Imports write one after the other: waits for its turn, calling `waiting` when it is not at once. */
export async function takeTurn(session: pg.Client, waiting: () => void) {
  const { rows } = await session.query<{ held: boolean }>(
    'select pg_try_advisory_lock($1, 0) as held',
    [WRITING]
  )
  if (rows[0].held) return
  waiting()
  await session.query('select pg_advisory_lock($1, 0)', [WRITING])
}
