import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { conceptCodeValidator, conceptValidator } from '#app/search/search_validators'
import { actingStaff } from '#app/staff/acting_staff'
import { conceptsQuery, deleteConcept, writeConcept } from '#app/search/words/synonyms'

/** The words of customers, and what they mean. */
export default class ConceptsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await conceptsQuery(limit, cursor)
    return { data: page, meta: { limit, nextCursor } }
  }

  async update(ctx: HttpContext) {
    const { code } = await conceptCodeValidator.validate(ctx.params)
    const { categories = [], ...concept } = await conceptValidator.validate(ctx.request.body())
    return { data: await writeConcept({ ...concept, code, categories }, actingStaff(ctx)) }
  }

  async destroy(ctx: HttpContext) {
    const { code } = await conceptCodeValidator.validate(ctx.params)
    await deleteConcept(code, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
