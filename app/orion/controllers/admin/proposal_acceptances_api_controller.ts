import type { HttpContext } from '@adonisjs/core/http'
import { acceptProposals } from '#app/orion/proposals/answer_proposals'
import { proposalIdsValidator } from '#app/orion/proposals/proposal_validators'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff } from '#app/staff/acting_staff'

/** What is proposed is ordered, by programs of staff: it goes onto drafts. */
export default class ProposalAcceptancesApiController {
  async store(ctx: HttpContext) {
    const { ids } = await proposalIdsValidator.validate(ctx.request.body())
    return wholeList(await acceptProposals(ids, actingStaff(ctx)))
  }
}
