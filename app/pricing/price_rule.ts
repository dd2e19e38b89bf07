import { PriceRuleSchema } from '#database/schema'

/** What a list says about a product, a brand, or a category with all below it. */
export default class PriceRule extends PriceRuleSchema {}
