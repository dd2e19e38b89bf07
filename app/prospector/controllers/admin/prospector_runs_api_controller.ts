import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { runIdValidator } from '#app/prospector/runs/run_validators'
import { runQuery, runsQuery, stepsQuery, whyNotQuery } from '#app/prospector/runs/runs_query'

/** What Prospector asked its sources, and what came of it, for programs. */
export default class ProspectorRunsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await runsQuery(limit, cursor)
    return { data: page, meta: { limit, nextCursor } }
  }

  /** With its steps, a page of them at a time. */
  async show({ params, request }: HttpContext) {
    const { id } = await runIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const run = await runQuery(id)
    const [whyNot, steps] = await Promise.all([whyNotQuery(id), stepsQuery(id, limit, cursor)])
    const { page, nextCursor } = steps
    return { data: { ...run, whyNot, steps: page }, meta: { limit, nextCursor } }
  }
}
