import pg from 'pg'
import { directAddress } from '#app/platform/database/address'

/**
 * Runs something on a connection of its own, past the pool and any pooler:
 * for session locks, COPY and statements that take their time. The connection
 * ends afterwards, and with it every lock it holds.
 */
export async function withSession<Result>(
  name: string,
  run: (session: pg.Client) => Promise<Result>
): Promise<Result> {
  const session = new pg.Client({ ...directAddress, application_name: name, keepAlive: true })
  await session.connect()
  try {
    // A statement of a process that was killed would go on, and keep what it holds.
    await session.query(`set client_connection_check_interval = '500ms'`)
    return await run(session)
  } finally {
    await session.end()
  }
}
