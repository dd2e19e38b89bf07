import { CustomerGroupSchema } from '#database/schema'

/** Who buys on terms of their own: garages, resellers. */
export default class CustomerGroup extends CustomerGroupSchema {}
