import type { HttpContext } from '@adonisjs/core/http'
import { declineProposals } from '#app/orion/proposals/answer_proposals'
import { proposalIdsValidator } from '#app/orion/proposals/proposal_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What is proposed is left, by programs of staff. */
export default class ProposalRefusalsApiController {
  async store(ctx: HttpContext) {
    const { ids } = await proposalIdsValidator.validate(ctx.request.body())
    return { data: { declined: await declineProposals(ids, actingStaff(ctx)) } }
  }
}
