import db from '@adonisjs/lucid/services/db'
import Customer from '#app/customers/customer'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectVersion } from '#app/platform/http/expect_version'
import { notFound } from '#app/platform/http/problem'
import { invalid } from '#app/platform/http/invalid'
import { customerGroupsQuery } from '#app/pricing/customer_groups_query'

/**
 * Lets a customer buy at the prices of a group, or at those of everybody: carts show them at once, an open
 * checkout is told `price_changed`. Throws 404 for no customer, 422 for no group, 412 when the account has
 * moved on since `version`.
 */
export async function joinGroup(
  id: number,
  code: string | null,
  { version, acting }: { version?: number; acting: Acting }
): Promise<void> {
  const groupId = code === null ? null : await groupOf(code)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const customer = await Customer.query({ client: trx }).where('id', id).forUpdate().first()
    if (!customer) throw notFound('customer')
    expectVersion(customer, version)
    await customer.merge({ customerGroupId: groupId, version: customer.version + 1 }).save()
  })
}

async function groupOf(code: string): Promise<number> {
  const groups = await customerGroupsQuery()
  const group = groups.find((known) => known.code === code)
  if (group) return group.id
  throw invalid('group', 'exists', 'No customer group has this code')
}
