import type { HttpContext } from '@adonisjs/core/http'
import { proposalAnswer } from '#app/orion/proposals/proposal_transformer'
import { proposalListValidator } from '#app/orion/proposals/proposal_validators'
import { proposalsQuery } from '#app/orion/proposals/proposals_query'
import { ROWS } from '#app/platform/lists/rows'
import { staffOf } from '#app/staff/acting_staff'

/** Proposals of what to buy as staff programs read them. */
export default class PurchaseProposalsApiController {
  async index(ctx: HttpContext) {
    const query = await proposalListValidator.validate(ctx.request.qs())
    const { limit = ROWS, cursor, ...asked } = query
    const { page, nextCursor } = await proposalsQuery(asked, limit, cursor)
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    return {
      data: page.map((one) => proposalAnswer(one, mayKnowCosts)),
      meta: { limit, nextCursor },
    }
  }
}
