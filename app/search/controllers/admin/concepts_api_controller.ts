import type { HttpContext } from '@adonisjs/core/http'
import { DEFAULT_LIMIT } from '#app/search/product_list_query'
import {
  conceptCodeValidator,
  conceptListValidator,
  conceptValidator,
} from '#app/search/search_validators'
import { conceptsQuery, deleteConcept, writeConcept } from '#app/search/synonyms'

/** The words of customers, and what they mean. */
export default class ConceptsApiController {
  async index({ request }: HttpContext) {
    const { limit = DEFAULT_LIMIT, cursor } = await conceptListValidator.validate(request.qs())
    const { page, nextCursor } = await conceptsQuery(limit, cursor)
    return { data: page, meta: { limit, nextCursor } }
  }

  async update({ params, request, auth }: HttpContext) {
    const { code } = await conceptCodeValidator.validate(params)
    const { categories = [], ...concept } = await conceptValidator.validate(request.body())
    const member = auth.use('staffApi').getUserOrFail()
    return { data: await writeConcept({ ...concept, code, categories }, member.actor) }
  }

  async destroy({ params, response }: HttpContext) {
    const { code } = await conceptCodeValidator.validate(params)
    await deleteConcept(code)
    return response.noContent()
  }
}
