import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectVersion } from '#app/platform/http/expect_version'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import CustomerGroup from '#app/pricing/customer_group'

type Seen = { version?: number; acting: Acting }

/** Creates a group that nobody is in yet. Throws a 422 for a code that is taken. */
export function createCustomerGroup(
  input: { name: string; code: string },
  acting: Acting
): Promise<number> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    if (await CustomerGroup.findBy({ code: input.code }, { client: trx })) {
      throw invalid('code', 'taken', 'Another group has this code')
    }
    const { id } = await CustomerGroup.create(input, { client: trx })
    return id
  })
}

/** Calls a group by another name; its code stays. Throws 404, 412 when it has moved on since `version`. */
export async function renameCustomerGroup(id: number, name: string, { version, acting }: Seen) {
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const group = await lockedGroup(id, trx)
    expectVersion(group, version)
    await group.merge({ name, version: group.version + 1 }).save()
  })
}

/**
 * Deletes a group. Throws 404, 412 as `renameCustomerGroup`, and 409 while a customer, a price list or a
 * promotion has it.
 */
export function deleteCustomerGroup(id: number, { version, acting }: Seen): Promise<string> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const group = await lockedGroup(id, trx)
    expectVersion(group, version)
    // What refers to it stops this: the database knows all of it.
    await group.delete()
    return group.name
  })
}

async function lockedGroup(id: number, trx: TransactionClientContract): Promise<CustomerGroup> {
  const group = await CustomerGroup.query({ client: trx }).where('id', id).forUpdate().first()
  if (!group) throw notFound('customer group')
  return group
}
