import type { HttpContext } from '@adonisjs/core/http'
import { expectAbility } from '#app/staff/expect_ability'

type Received = { updateCosts?: boolean; lines: { invoicedCost?: number }[] }

/** What products cost, and what suppliers have invoiced, is a right of its own. Throws 403. */
export function expectCostRights(ctx: HttpContext, { updateCosts, lines }: Received) {
  if (!updateCosts && lines.every(({ invoicedCost }) => invoicedCost === undefined)) return
  expectAbility(ctx, 'costs:read')
  expectAbility(ctx, 'purchases:write')
}
