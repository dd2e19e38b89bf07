import db from '@adonisjs/lucid/services/db'
import type { Infer } from '@vinejs/vine/types'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectVersion } from '#app/platform/http/expect_version'
import type { profileValidator } from '#app/customers/account_validators'
import Customer from '#app/customers/customer'
import { readPhone } from '#app/customers/read_phone'

/**
 * Changes what customers may change about themselves. Throws a 412 when the account has moved on since
 * `version`, a 422 for a telephone that is none.
 */
export function updateProfile(
  id: number,
  { phone, ...input }: Infer<typeof profileValidator>,
  { version, acting }: { version?: number; acting: Acting }
): Promise<Customer> {
  // What is not said stays, in the answer as well.
  const changes = phone === undefined ? input : { ...input, phone: readPhone(phone) }
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const customer = await Customer.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    expectVersion(customer, version)
    return customer.merge({ ...changes, version: customer.version + 1 }).save()
  })
}
