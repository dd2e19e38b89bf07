import type { HttpContext } from '@adonisjs/core/http'
import { judgeEquivalence } from '#app/search/references/judge_equivalence'
import { equivalenceValidator, pairValidator } from '#app/search/search_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What staff think of two products standing in for each other. */
export default class EquivalenceVerdictsApiController {
  async update(ctx: HttpContext) {
    const { id, otherId } = await pairValidator.validate(ctx.params)
    const verdict = await equivalenceValidator.validate(ctx.request.body())
    await judgeEquivalence([id, otherId], verdict, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
