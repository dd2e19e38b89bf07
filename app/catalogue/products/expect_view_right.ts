import type { HttpContext } from '@adonisjs/core/http'
import {
  filterOfSearch,
  type ProductFilter,
  VIEW_ABILITIES,
} from '#app/catalogue/products/product_filter'
import { expectAbility } from '#app/staff/expect_ability'

/** Which products a view holds may tell what they cost: only those who may know open it. Throws 403. */
export function expectViewRight(ctx: HttpContext, { view }: Pick<ProductFilter, 'view'>): void {
  const ability = view && VIEW_ABILITIES[view]
  if (ability) expectAbility(ctx, ability)
}

/** The same for a list that is named by its address; null names none. Throws 403. */
export async function expectListRight(ctx: HttpContext, search: string | null): Promise<void> {
  if (search) expectViewRight(ctx, await filterOfSearch(search))
}
