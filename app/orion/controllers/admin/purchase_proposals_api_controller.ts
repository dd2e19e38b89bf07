import type { HttpContext } from '@adonisjs/core/http'
import { acceptProposals, declineProposals } from '#app/orion/proposals/answer_proposals'
import { proposalAnswer } from '#app/orion/proposals/proposal_transformer'
import {
  proposalIdsValidator,
  proposalListValidator,
} from '#app/orion/proposals/proposal_validators'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { DEFAULT_LIMIT } from '#app/platform/lists/default_limit'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Proposals of what to buy as staff programs read and answer them. */
export default class PurchaseProposalsApiController {
  async index(ctx: HttpContext) {
    const { limit = DEFAULT_LIMIT, cursor, ...asked } = await proposalListValidator.validate(ctx.request.qs())
    const { page, nextCursor } = await proposalsQuery(asked, limit, cursor)
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    return {
      data: page.map((one) => proposalAnswer(one, mayKnowCosts)),
      meta: { limit, nextCursor },
    }
  }

  async accept(ctx: HttpContext) {
    const { ids } = await proposalIdsValidator.validate(ctx.request.body())
    return wholeList(await acceptProposals(ids, actingStaff(ctx)))
  }

  async decline(ctx: HttpContext) {
    const { ids } = await proposalIdsValidator.validate(ctx.request.body())
    return { data: { declined: await declineProposals(ids, actingStaff(ctx)) } }
  }
}
