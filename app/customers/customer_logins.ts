import db from '@adonisjs/lucid/services/db'
import type { LoginProvider } from '#app/platform/auth/jwt_guard'
import { type Client, IS_OPEN, Logins, type Tokens } from '#app/platform/auth/logins'
import Customer from '#app/customers/customer'
import { emitCustomerEntered, type HeaderOf } from '#app/customers/customer_entered'

export const loginsOfCustomers = new Logins('customer', 'customer_id')

/** A customer with the tokens of a login. */
export type CustomerLogin = Tokens & { customer: Customer }

/** From where somebody logs in, and what the browser had as a guest. */
export type Entrance = Client & { headerOf: HeaderOf }

/** Opens a login, and lets what was gathered as a guest become the customer's: both, or neither. */
export async function enter(
  customer: Customer,
  { headerOf, ...client }: Entrance
): Promise<CustomerLogin> {
  const sid = await db.transaction(async (trx) => {
    await emitCustomerEntered(customer.id, headerOf, trx)
    return loginsOfCustomers.open(customer.id, 'api', client, trx)
  })
  return { customer, ...(await loginsOfCustomers.tokensOf(customer.id, sid)) }
}

/** Customers behind access tokens. The login is read each time, so ending it works at once. */
export const customerLogins: LoginProvider<Customer> = {
  async findByLogin(subject, sid) {
    if (!/^\d{1,9}$/.test(subject)) return undefined
    const customer = await Customer.query()
      .where('id', subject)
      .whereExists((login) =>
        login
          .from('logins')
          .whereColumn('customer_id', 'customers.id')
          .whereRaw('sid::text = ?', [sid])
          .whereRaw(IS_OPEN)
      )
      .first()
    return customer ?? undefined
  },
  async issueToken(customer) {
    const client = { ip: '127.0.0.1', userAgent: null }
    const sid = await loginsOfCustomers.open(customer.id, 'api', client)
    const { accessToken } = await loginsOfCustomers.tokensOf(customer.id, sid)
    return accessToken
  },
}
