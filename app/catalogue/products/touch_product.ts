import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { lockedProduct } from '#app/catalogue/products/locked_product'
import type Product from '#app/catalogue/products/product'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { recordProductChange } from '#app/catalogue/products/record_product_change'
import type { Changes } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'

/**
 * Changes what belongs to a product, such as its numbers, in one transaction: the product gets a new
 * version, the log what `change` returns, readers see it at once. Throws 404 for an unknown product.
 */
export function touchProduct(
  id: number,
  acting: Acting,
  change: (product: Product, trx: TransactionClientContract) => Promise<Changes>
): Promise<Product> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const product = await lockedProduct(id, trx)
    const changes = await change(product, trx)
    if (Object.keys(changes).length === 0) return product
    await product.merge({ version: product.version + 1 }).save()
    await recordProductChange(product, changes, trx)
    await emitProductsChanged([id], trx)
    return product
  })
}
