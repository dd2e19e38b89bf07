import { CustomerSchema } from '#database/schema'

/** Somebody who buys under a name, and may log in to the shop once there is a password. */
export default class Customer extends CustomerSchema {
  /** How this person appears in histories: `customer:12`. */
  get actor() {
    return `customer:${this.id}`
  }
}
