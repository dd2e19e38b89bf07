import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { notFound, Problem } from '#app/platform/http/problem'
import type { Address } from '#app/tunisia/address'
import Customer from '#app/customers/customer'
import CustomerAddress from '#app/customers/customer_address'

const MOST = 30

/** Adds an address. Throws a 422 for one too many; additions of one customer take turns. */
export function addAddress(
  customerId: number,
  address: Address,
  acting: Acting
): Promise<CustomerAddress> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await Customer.query({ client: trx }).where('id', customerId).forUpdate().firstOrFail()
    const present = await CustomerAddress.query({ client: trx }).where('customerId', customerId)
    if (present.length >= MOST) throw tooMany()
    return CustomerAddress.create({ ...address, customerId }, { client: trx })
  })
}

/** Replaces an address of a customer. Throws a 404 for an id that is none of theirs. */
export function changeAddress(
  customerId: number,
  id: number,
  address: Address,
  acting: Acting
): Promise<CustomerAddress> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const known = await addressOf(customerId, id, trx)
    return known.merge(address).save()
  })
}

/** Takes an address out. Throws a 404 for an id that is none of theirs. */
export function removeAddress(customerId: number, id: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const known = await addressOf(customerId, id, trx)
    await known.delete()
  })
}

/** The address of a customer. Throws a 404 for an id that is none of theirs. */
export async function addressOf(
  customerId: number,
  id: number,
  trx?: TransactionClientContract
): Promise<CustomerAddress> {
  const known = await CustomerAddress.query({ client: trx }).where({ customerId, id }).first()
  if (!known) throw notFound('address')
  return known
}

const tooMany = () =>
  new Problem({
    status: 422,
    code: 'too_many_addresses',
    title: 'Too many addresses',
    detail: `An account keeps ${MOST} addresses. Take one out, or change one.`,
  })
