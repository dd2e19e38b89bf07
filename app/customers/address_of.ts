import { sql } from '#app/platform/database/sql'
import { tunisianPhone } from '#app/tunisia/phone'

/**
 * The address of the account that somebody names, by its address or by a telephone that no other account
 * has: attempts count for the account, whichever way it is named. What names none comes back as it is, so
 * that nobody learns that it names none.
 */
export async function addressOf({ email, phone = '' }: { email?: string; phone?: string }) {
  const number = tunisianPhone(phone)
  if (email !== undefined || number === undefined) return email ?? phone
  const accounts = await sql<{ email: string }>(
    'select email from customers where phone = $1 limit 2',
    [number]
  )
  return accounts.length === 1 ? accounts[0].email : number
}
