import type { HttpContext } from '@adonisjs/core/http'
import { judgeEquivalence } from '#app/search/judge_equivalence'
import { equivalenceValidator, pairValidator } from '#app/search/search_validators'

/** What staff think of two products standing in for each other. */
export default class EquivalenceVerdictsApiController {
  async update({ params, request, response, auth }: HttpContext) {
    const { id, otherId } = await pairValidator.validate(params)
    const verdict = await equivalenceValidator.validate(request.body())
    const member = auth.use('staffApi').getUserOrFail()
    await judgeEquivalence([id, otherId], verdict, member.actor)
    return response.noContent()
  }
}
