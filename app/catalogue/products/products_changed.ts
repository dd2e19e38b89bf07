import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { BaseEvent } from '@adonisjs/core/events'
import emitter from '@adonisjs/core/services/emitter'

/** The ids of the products that a write touched, or all of them. */
type ChangedProducts = number[] | 'all'

/**
 * Products changed in a transaction that has not committed yet. Listeners run
 * inside it and are awaited: what depends on products changes with them.
 */
export class ProductsChanged extends BaseEvent {
  constructor(
    readonly products: ChangedProducts,
    readonly trx: TransactionClientContract,
    readonly words: 'now' | 'later'
  ) {
    super()
  }
}

/**
 * Call it last in every transaction that wrote products, their stock, numbers, images or attributes.
 * @param words `later` for a batch of many, whose writer sees to it that their words are read afterwards
 */
export async function emitProductsChanged(
  products: ChangedProducts,
  trx: TransactionClientContract,
  words: 'now' | 'later' = 'now'
) {
  if (products.length === 0) return
  await emitter.emit(ProductsChanged, new ProductsChanged(products, trx, words))
}
