import { isPasswordOf } from '#app/platform/auth/password'
import { wrongCredentials } from '#app/platform/auth/wrong_credentials'
import Customer from '#app/customers/customer'

/**
 * The customer whom this address and password belong to. Throws the same 401, after the same time,
 * whatever is wrong.
 */
export async function verifyCredentials(email: string, password: string): Promise<Customer> {
  const customer = await Customer.findBy('email', email.trim().toLowerCase())
  const isRight = await isPasswordOf(customer, password)
  if (!customer || !isRight) throw wrongCredentials()
  return customer
}
