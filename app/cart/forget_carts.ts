import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** Deletes carts that nobody has touched for 30 days. */
export async function forgetCarts(): Promise<void> {
  await sql('delete from carts where expires_at < now()')
}

defineTask({ name: 'carts', cron: '40 3 * * *', handle: forgetCarts })
