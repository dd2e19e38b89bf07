import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { notFound } from '#app/platform/http/problem'
import Supplier from '#app/purchasing/supplier'
import type { SupplierInput, SupplierPatch } from '#app/purchasing/supplier_validators'

/** Adds a supplier; a name that is taken is a 409. */
export function createSupplier(input: SupplierInput, acting: Acting): Promise<Supplier> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    return new Supplier().useTransaction(trx).fill(input).save()
  })
}

/** Changes what is given. Who is not bought from any more is set inactive: orders keep their supplier. Throws 404. */
export function updateSupplier(
  id: number,
  input: SupplierPatch,
  acting: Acting
): Promise<Supplier> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const supplier = await Supplier.query({ client: trx }).where('id', id).forUpdate().first()
    if (!supplier) throw notFound('supplier')
    return supplier.merge(input).save()
  })
}
