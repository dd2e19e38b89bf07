import { withSession } from '#app/platform/database/session'

/** Any number will do, as long as everybody takes the same. */
const ORION = 4_011_993

/** Somebody trains or forecasts at this moment, perhaps on another machine. The message is one line. */
export class OrionAtWork extends Error {
  constructor() {
    super('Orion trains or forecasts at this moment: wait for it to finish')
  }
}

/** Trains or forecasts, one at a time over all nodes; the lock ends with its connection, however that ends. Throws `OrionAtWork`. */
export function oneAtATime<Result>(run: () => Promise<Result>): Promise<Result> {
  return withSession('shabou-orion', async (session) => {
    const { rows } = await session.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1) as held',
      [ORION]
    )
    if (!rows[0].held) throw new OrionAtWork()
    return run()
  })
}
