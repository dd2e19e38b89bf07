import { CustomerAddressSchema } from '#database/schema'

/** Where a customer has parts sent. */
export default class CustomerAddress extends CustomerAddressSchema {}
