import type { HttpContext } from '@adonisjs/core/http'
import { expectAbility } from '#app/staff/expect_ability'

/** What products cost is a right of its own. Throws 403. */
export function expectCostRights(ctx: HttpContext, { updateCosts }: { updateCosts?: boolean }) {
  if (updateCosts) expectAbility(ctx, 'costs:read')
  if (updateCosts) expectAbility(ctx, 'purchases:write')
}
