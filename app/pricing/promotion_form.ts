import { categoriesInTree } from '#app/catalogue/categories/categories_in_tree'
import { taxonomy } from '#app/catalogue/taxonomy'
import { dinars } from '#app/money/dinars'
import { customerGroupsQuery } from '#app/pricing/customer_groups_query'
import { PROMOTION_KINDS } from '#app/pricing/promotion'
import type { PromotionRow } from '#app/pricing/promotions_query'

/** What the form of a promotion offers, and what is in its fields. */
export async function promotionForm(promotion?: PromotionRow) {
  const known = await taxonomy()
  return {
    kinds: PROMOTION_KINDS,
    brands: [...known.brands.values()],
    categories: categoriesInTree(known),
    groups: await customerGroupsQuery(),
    promotion,
    values: promotion ? typed(promotion) : { isActive: true },
  }
}

/** As people type it. */
const typed = (promotion: PromotionRow) => ({
  ...promotion,
  amount: promotion.amount === null ? '' : dinars(promotion.amount),
  minSubtotal: promotion.minSubtotal === 0 ? '' : dinars(promotion.minSubtotal),
})
