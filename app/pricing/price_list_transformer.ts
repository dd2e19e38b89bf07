import { money, moneyOrNull } from '#app/money/money'
import type { PriceListRow } from '#app/pricing/price_lists_query'
import type { PriceRuleRow } from '#app/pricing/price_rules_query'
import type { PriceOfProduct } from '#app/pricing/prices_of_product_query'

/** A price list for staff. */
export const priceListAnswer = ({ groupName, ...list }: PriceListRow) => list

/** A rule of it with what it makes of the prices of today. */
export const priceRuleAnswer = (rule: PriceRuleRow) => ({
  id: rule.id,
  sku: rule.sku,
  brand: rule.brand,
  category: rule.category,
  price: moneyOrNull(rule.price),
  percentOff: rule.percentOff,
  shelf: spanOrNull(rule.shelf),
  result: spanOrNull(rule.result),
  warnings: rule.isAboveShelf ? ['above_shelf'] : [],
  otherLists: rule.others,
})

const spanOrNull = (span: PriceRuleRow['shelf']) =>
  span && { from: money(span.from), to: money(span.to) }

/** What a group pays for a product. */
export const priceOfProductAnswer = ({
  listId,
  listName,
  groupName,
  price,
  ...terms
}: PriceOfProduct) => ({
  list: { id: listId, name: listName },
  group: terms.group,
  minQuantity: terms.minQuantity,
  startsOn: terms.startsOn,
  endsOn: terms.endsOn,
  state: terms.state,
  price: money(price),
})
