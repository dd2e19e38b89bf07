import type { HttpContext } from '@adonisjs/core/http'
import { acceptProposals } from '#app/orion/proposals/answer_proposals'
import { proposalIdsForm } from '#app/orion/proposals/proposal_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What is proposed is ordered: it goes onto drafts. */
export default class ProposalAcceptancesController {
  async store(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(proposalIdsForm)
    const drafted = await acceptProposals(ids, actingStaff(ctx))
    const [only, ...others] = drafted
    const count = drafted.reduce((sum, { lines }) => sum + lines, 0)
    ctx.session.flash('done', { key: 'forecasts.accepted', data: { count } })
    const to = only && others.length === 0 ? `/${only.number}` : '?state=draft'
    return ctx.response.seeOther(`/admin/purchase-orders${to}`)
  }
}
