import { categoriesInTree } from '#app/catalogue/categories/categories_in_tree'
import { taxonomy } from '#app/catalogue/taxonomy'
import { customerGroupsQuery } from '#app/pricing/customer_groups_query'
import type { PriceListRow } from '#app/pricing/price_lists_query'

/** What the form of a price list offers, and what is in its fields. */
export async function priceListForm(list?: PriceListRow) {
  return { groups: await customerGroupsQuery(), list, values: list ?? { isActive: true } }
}

/** What rules may be about, besides products. */
export async function ruleSubjects() {
  const known = await taxonomy()
  return { brands: [...known.brands.values()], categories: categoriesInTree(known) }
}
