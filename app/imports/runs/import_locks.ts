import { createHash } from 'node:crypto'
import { Exception } from '@adonisjs/core/exceptions'
import type pg from 'pg'

/** First key of our advisory locks, so that they meet nobody else's. */
const FILE = 4_011_990
const WRITING = 4_011_991

/** The same file is being imported by somebody else at this moment. */
export class ImportInProgress extends Exception {
  static status = 409
  static code = 'E_IMPORT_IN_PROGRESS'
}

/**
 * Holds a file for this session, until its connection ends however it ends.
 * Throws `ImportInProgress` when somebody else holds it.
 */
export async function lockFile(session: pg.Client, entity: string, fileHash: string, name: string) {
  const { rows } = await session.query<{ held: boolean }>(
    'select pg_try_advisory_lock($1, $2) as held',
    [FILE, keyOf(entity, fileHash)]
  )
  if (!rows[0].held)
    throw new ImportInProgress(`${name} is being imported at this moment: wait for it to finish`)
}

/** Holds a file as `lockFile` does, as soon as nobody else does: the session of a worker that died may linger. */
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
