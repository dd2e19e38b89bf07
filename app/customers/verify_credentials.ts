import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { canonicalPassword } from '#app/platform/auth/password'
import { wrongCredentials } from '#app/platform/auth/wrong_credentials'
import Customer from '#app/customers/customer'

/**
 * The customer whom this address and password belong to. Throws the same 401, after the same time,
 * whatever is wrong.
 */
export async function verifyCredentials(email: string, password: string): Promise<Customer> {
  const customer = await Customer.findBy('email', email.trim().toLowerCase())
  const expected = customer?.password ?? (await nobodysHash())
  const isRight = await hash.verify(expected, canonicalPassword(password))
  if (!customer?.password || !isRight) throw wrongCredentials()
  return customer
}

let nobodys: Promise<string> | undefined

/** Of a password that nobody knows: an address without an account takes as long as one with. */
const nobodysHash = () => (nobodys ??= hash.make(randomBytes(32).toString('base64url')))
