import type { HttpContext } from '@adonisjs/core/http'
import { jobItem } from '#app/admin/job_transformer'
import { jobIdValidator, jobListValidator } from '#app/platform/jobs/job_validators'
import { jobsQuery } from '#app/platform/jobs/jobs_query'
import { deleteDeadJob } from '#app/platform/jobs/retry_dead_job'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Background work, for programs. */
export default class JobsApiController {
  async index({ request }: HttpContext) {
    const asked = await jobListValidator.validate(request.qs())
    const { state = 'failed', limit = ROWS, cursor } = asked
    const { page, nextCursor } = await jobsQuery(state, limit, cursor)
    return { data: page.map(jobItem), meta: { limit, nextCursor } }
  }

  async destroy(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    await deleteDeadJob(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
