import type { HttpContext } from '@adonisjs/core/http'
import { acceptProposals, declineProposals } from '#app/orion/proposals/answer_proposals'
import { budgetQuery } from '#app/orion/proposals/budget_query'
import { proposalIdsForm, proposalListValidator } from '#app/orion/proposals/proposal_validators'
import { proposalScoresQuery } from '#app/orion/proposals/proposal_scores_query'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { activeSuppliers } from '#app/purchasing/suppliers_query'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

const LIMIT = 50

/** What forecasts say should be bought, one button to order it and one to leave it. */
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

  async accept(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(proposalIdsForm)
    const drafted = await acceptProposals(ids, actingStaff(ctx))
    const [only, ...others] = drafted
    const count = drafted.reduce((sum, { lines }) => sum + lines, 0)
    ctx.session.flash('done', { key: 'forecasts.accepted', data: { count } })
    const to = only && others.length === 0 ? `/${only.number}` : '?state=draft'
    return ctx.response.seeOther(`/admin/purchase-orders${to}`)
  }

  async decline(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(proposalIdsForm)
    const count = await declineProposals(ids, actingStaff(ctx))
    ctx.session.flash('done', { key: 'forecasts.declined', data: { count } })
    return ctx.response.seeOther('/admin/purchase-proposals')
  }
}
