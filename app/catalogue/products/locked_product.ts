import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Product from '#app/catalogue/products/product'
import { notFound } from '#app/platform/http/problem'

/** A product that is not deleted, which nobody else changes until `trx` ends. Throws 404. */
export async function lockedProduct(id: number, trx: TransactionClientContract): Promise<Product> {
  const product = await Product.query({ client: trx })
    .where('id', id)
    .whereNull('deleted_at')
    .forUpdate()
    .first()
  if (!product) throw notFound('product')
  return product
}
