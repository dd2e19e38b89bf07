import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** So many at a time, so that no transaction holds many levels for long. */
const BATCH = 200

/** Lets go of what has expired. Nobody depends on it: whoever wants such pieces takes them anyway. */
export async function expireReservations(): Promise<number> {
  let ended = 0
  for (;;) {
    const [{ due }] = await sql<{ due: number }>('select expire_reservations($1) as due', [BATCH])
    ended += due
    if (due === 0) return ended
  }
}

defineTask({
  name: 'reservations',
  cron: '* * * * *',
  handle: async () => {
    await expireReservations()
  },
})
