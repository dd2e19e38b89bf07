import { BaseEvent } from '@adonisjs/core/events'
import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A header that a request came with. */
export type HeaderOf = (name: string) => string | undefined

/**
 * A customer logs in, in a transaction that has not committed yet. Listeners run inside it and are
 * awaited: what the browser had gathered as a guest, which its headers name, becomes the customer's.
 */
export class CustomerEntered extends BaseEvent {
  constructor(
    readonly customerId: number,
    readonly headerOf: HeaderOf,
    readonly trx: TransactionClientContract
  ) {
    super()
  }
}

export async function emitCustomerEntered(
  customerId: number,
  headerOf: HeaderOf,
  trx: TransactionClientContract
) {
  await emitter.emitSerial(CustomerEntered, new CustomerEntered(customerId, headerOf, trx))
}
