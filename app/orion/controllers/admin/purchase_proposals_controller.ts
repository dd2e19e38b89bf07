import type { HttpContext } from '@adonisjs/core/http'
import { budgetQuery } from '#app/orion/proposals/budget_query'
import { proposalListValidator } from '#app/orion/proposals/proposal_validators'
import { proposalScoresQuery } from '#app/orion/proposals/proposal_scores_query'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { activeSuppliers } from '#app/purchasing/suppliers_query'
import { staffOf } from '#app/staff/acting_staff'

const LIMIT = 50

/** What forecasts say should be bought. */
export default class PurchaseProposalsController {
  async index(ctx: HttpContext) {
    const { cursor, supplierId } = await filtersOf(proposalListValidator, ctx.request.qs())
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    const [{ page, nextCursor }, suppliers, scores, budget] = await Promise.all([
      proposalsQuery({ supplierId }, LIMIT, cursor),
      activeSuppliers(),
      proposalScoresQuery(mayKnowCosts),
      mayKnowCosts ? budgetQuery() : undefined,
    ])
    const list = { proposals: page, suppliers, asked: { supplierId }, nextCursor, cursor }
    return ctx.view.render('admin/forecasts/proposals', { ...list, scores, budget })
  }
}
