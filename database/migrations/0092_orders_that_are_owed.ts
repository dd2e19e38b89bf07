import { BaseSchema } from '@adonisjs/lucid/schema'

/** Of a delivered order the cash may have come back with its last parcel: a few among millions, and somebody has to ask. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index orders_owed on orders (id) where state = 'completed' and payment_state = 'due'`
    )
  }
}
