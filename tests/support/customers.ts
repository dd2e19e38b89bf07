import { addCar } from '#app/customers/own_garage'
import { randomUUID } from 'node:crypto'
import { registerCustomer } from '#app/customers/register_customer'
import { customerLogins, loginsOfCustomers } from '#app/customers/customer_logins'
import { hashOf, newResetToken } from '#app/platform/auth/reset_token'
import type Customer from '#app/customers/customer'
import { addAddress } from '#app/customers/write_address'
import { readAddress } from '#app/tunisia/read_address'
import { setAddress } from '#app/checkout/set_address'
import { addToCart } from '#app/cart/write_cart'
import { createProduct } from '#tests/support/catalogue'
import { ADDRESS, complete, orderIn, readyCheckoutOf } from '#tests/support/purchases'
import { sql } from '#app/platform/database/sql'

export const CUSTOMER_PASSWORD = 'quatre mots sans aucun rapport'

/** Another one each time, as another person comes. */
export const newEmail = () => `client.${randomUUID()}@shabou.test`

/** A customer who logs in with `CUSTOMER_PASSWORD`, of a group when one is named. */
export async function createCustomer({ groupId }: { groupId?: number } = {}) {
  const account = {
    ...{ fullName: 'Leïla Mansour', email: newEmail(), password: CUSTOMER_PASSWORD },
    locale: 'fr' as const,
  }
  const customer = await registerCustomer(account, { ip: '127.0.0.1' })
  if (groupId) {
    await sql('update customers set customer_group_id = $1 where id = $2', [groupId, customer.id])
  }
  return customer
}

/** A new customer, and the token of a login. */
export async function customerBearer(wanted: Parameters<typeof createCustomer>[0] = {}) {
  const customer = await createCustomer(wanted)
  return { customer, token: await customerLogins.issueToken(customer) }
}

/** What hostile requests need to get past the first check. */
export async function existingAccount(vehicle: number) {
  const customer = await createCustomer()
  await addCar(customer.id, vehicle)
  const { id, email } = customer
  const open = () => loginsOfCustomers.open(id, 'api', { ip: '127.0.0.1', userAgent: null })
  const [own, spare] = [await open(), await open()]
  const { accessToken } = await loginsOfCustomers.tokensOf(id, own)
  const { refreshToken } = await loginsOfCustomers.tokensOf(id, await open())
  const [address, spareAddress] = [await addressFor(customer), await addressFor(customer)]
  return {
    ...{ customerToken: accessToken, customerRefreshToken: refreshToken, sessionId: spare },
    ...{ addressId: String(address.id), spareAddressId: String(spareAddress.id) },
    ...{ customerResetToken: await resetTokenOf(await createCustomer()) },
    ...{ customerEmail: email, customerPassword: CUSTOMER_PASSWORD },
  }
}

/** The token of a login that is not missed when it ends. */
export async function spareLogin() {
  const { token } = await customerBearer()
  return token
}

/** The token of a link that sets a new password, as it would have been mailed. */
export async function resetTokenOf({ id }: { id: number }, minutes = 30): Promise<string> {
  const token = newResetToken()
  await sql(
    `insert into password_resets (token_hash, customer_id, expires_at)
     values ($1, $2, now() + $3 * interval '1 minute')`,
    [hashOf(token), id, minutes]
  )
  return token
}

/** An address of a new customer, and the token of its login. */
export async function existingAddress() {
  const { customer, token } = await customerBearer()
  const { id } = await addressFor(customer)
  return { id, customer, token }
}

const addressFor = (customer: Customer) =>
  addAddress(customer.id, readAddress(ADDRESS), { actor: customer.actor, source: 'api' })

/** The number of an order that a customer has placed with cash on delivery, for somebody else if need be. */
export async function orderOf({ id }: { id: number }, to: Partial<typeof ADDRESS> = {}) {
  const { sku } = await createProduct()
  await addToCart({ customerId: id }, { sku, quantity: 1 })
  const checkout = await readyCheckoutOf({ customerId: id })
  await setAddress(checkout, readAddress({ ...ADDRESS, ...to }))
  const { number } = orderIn(await complete(checkout))
  return number
}

/** What hostile requests of staff about customers need: one to erase each. */
export async function existingCustomers() {
  const [customer, spare] = [await createCustomer(), await createCustomer()]
  const groupCode = 'garages'
  await sql(
    'insert into customer_groups (code, name) values ($1, $1) on conflict (code) do nothing',
    [groupCode]
  )
  return { customerId: String(customer.id), spareCustomerId: String(spare.id), groupCode }
}
