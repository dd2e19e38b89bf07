import pg from 'pg'
import { directAddress } from '#app/platform/database/address'

/**
 * Runs something on a connection of its own, past the pool and any pooler:
 * for session locks, COPY and statements that take their time. The connection
 * ends afterwards, and with it every lock it holds. When it is lost before, so
 * are they: `lost` tells the work, which fails with the same error at the latest
 * when it has ended.
 */
export async function withSession<Result>(
  name: string,
  run: (session: pg.Client, lost: AbortSignal) => Promise<Result>
): Promise<Result> {
  const session = new pg.Client({ ...directAddress, application_name: name, keepAlive: true })
  const lost = new AbortController()
  // Nobody else would hear of it while the session is idle, and the process would end.
  session.on('error', (error) => lost.abort(error))
  await session.connect()
  try {
    // A statement of a process that was killed would go on, and keep what it holds.
    await session.query(`set client_connection_check_interval = '500ms'`)
    const result = await run(session, lost.signal)
    lost.signal.throwIfAborted()
    return result
  } finally {
    await session.end()
  }
}
