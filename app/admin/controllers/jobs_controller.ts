import type { HttpContext } from '@adonisjs/core/http'
import { backToList } from '#app/admin/back_to_list'
import { jobIdValidator, jobListValidator } from '#app/platform/jobs/job_validators'
import { jobsQuery } from '#app/platform/jobs/jobs_query'
import { queuesQuery } from '#app/platform/jobs/queues_query'
import { deleteDeadJob } from '#app/platform/jobs/retry_dead_job'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

const PER_PAGE = 24

/** Background work: what waits, what runs, what failed for the last time. */
export default class JobsController {
  async index({ request, view }: HttpContext) {
    const asked = await filtersOf(jobListValidator, request.qs())
    const { state = 'failed', limit = PER_PAGE, cursor } = asked
    const [queues, { page, nextCursor }] = await Promise.all([
      queuesQuery(),
      jobsQuery(state, limit, cursor),
    ])
    return view.render('admin/jobs/index', {
      ...{ queues, jobs: page, nextCursor, cursor },
      shown: state,
    })
  }

  async destroy(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    const problems = { 404: 'system.job_ended' }
    return backToList(ctx, '/admin/jobs', 'system.job_deleted', problems, () =>
      deleteDeadJob(id, actingStaff(ctx))
    )
  }
}
