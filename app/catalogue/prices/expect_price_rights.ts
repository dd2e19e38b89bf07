import type { HttpContext } from '@adonisjs/core/http'
import type { ProductPatch } from '#app/catalogue/products/product_validators'
import { expectAbility } from '#app/staff/expect_ability'

/** Prices and costs are rights of their own: throws 403 when the input has what its sender may not write. */
export function expectPriceRights(ctx: HttpContext, input: ProductPatch): void {
  const { price, compareAtPrice, coreCharge, cost } = input
  const hasPrices = [price, compareAtPrice, coreCharge].some((amount) => amount !== undefined)
  if (hasPrices) expectAbility(ctx, 'prices:write')
  if (cost !== undefined) expectAbility(ctx, 'costs:read')
}
