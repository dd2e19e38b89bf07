import { PriceListSchema } from '#database/schema'

/** Prices for a group or for everybody, from a quantity on, between two days. */
export default class PriceList extends PriceListSchema {}
