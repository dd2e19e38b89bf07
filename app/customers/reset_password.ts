import db from '@adonisjs/lucid/services/db'
import { inTurn } from '#app/platform/auth/hashing_turn'
import { expectUnguessable, hashPassword } from '#app/platform/auth/password'
import { hashOf } from '#app/platform/auth/reset_token'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import Customer from '#app/customers/customer'
import { loginsOfCustomers } from '#app/customers/customer_logins'

/**
 * Sets a new password, and ends every login of the account and every other link to set one. Throws a
 * 422 for a token that is unknown, used or too old, and for a password that is easy to guess; the token
 * is then still good.
 */
export async function resetPassword(
  token: string,
  password: string,
  from: Pick<Acting, 'requestId' | 'ip'>
): Promise<void> {
  const customer = await Customer.query()
    .whereIn('id', db.rawQuery(OWNER, [hashOf(token)]))
    .first()
  if (!customer) throw staleLink()
  await expectUnguessable(password, customer)
  const hashed = await inTurn(() => hashPassword(password))
  await db.transaction(async (trx) => {
    const used = await sql(USE, [hashOf(token)], trx)
    if (used.length === 0) throw staleLink()
    await actAs(trx, { ...from, actor: customer.actor, source: 'api' })
    await sql(
      'update customers set password = $2, version = version + 1, updated_at = now() where id = $1',
      [customer.id, hashed],
      trx
    )
    await loginsOfCustomers.closeAll(customer.id, { trx })
    await sql(
      'update password_resets set used_at = now() where customer_id = $1 and used_at is null',
      [customer.id],
      trx
    )
  })
}

const IS_GOOD = 'used_at is null and expires_at > now()'
const OWNER = `select customer_id from password_resets where token_hash = ? and customer_id is not null and ${IS_GOOD}`

/** Of two who come with one link, one sets the password. */
const USE = `
  update password_resets set used_at = now()
  where token_hash = $1 and customer_id is not null and ${IS_GOOD} returning 1`

const staleLink = () =>
  new Problem({
    status: 422,
    code: 'stale_reset_link',
    title: 'This link works no more',
    detail: 'It was used, or is older than 30 minutes. Ask for another mail.',
  })
