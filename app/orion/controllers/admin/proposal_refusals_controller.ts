import type { HttpContext } from '@adonisjs/core/http'
import { declineProposals } from '#app/orion/proposals/answer_proposals'
import { proposalIdsForm } from '#app/orion/proposals/proposal_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What is proposed is left. */
export default class ProposalRefusalsController {
  async store(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(proposalIdsForm)
    const count = await declineProposals(ids, actingStaff(ctx))
    ctx.session.flash('done', { key: 'forecasts.declined', data: { count } })
    return ctx.response.seeOther('/admin/purchase-proposals')
  }
}
