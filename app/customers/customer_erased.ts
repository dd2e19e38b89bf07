import { BaseEvent } from '@adonisjs/core/events'
import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * A customer is about to be erased, in a transaction that has not committed yet. Listeners run inside it
 * and are awaited: each feature erases what it keeps of the person, or throws why that has to wait.
 */
export class CustomerErased extends BaseEvent {
  constructor(
    readonly customerId: number,
    readonly trx: TransactionClientContract
  ) {
    super()
  }
}

export async function emitCustomerErased(customerId: number, trx: TransactionClientContract) {
  await emitter.emitSerial(CustomerErased, new CustomerErased(customerId, trx))
}
