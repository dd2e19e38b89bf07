import type { HttpContext } from '@adonisjs/core/http'
import { backToList } from '#app/admin/back_to_list'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { retryDeadJob } from '#app/platform/jobs/retry_dead_job'
import { actingStaff } from '#app/staff/acting_staff'

/** Trying a failed job again. */
export default class JobRetriesController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    const problems = { 404: 'system.job_ended', 409: 'system.job_unknown_work' }
    return backToList(ctx, '/admin/jobs', 'system.job_retried', problems, () =>
      retryDeadJob(id, actingStaff(ctx))
    )
  }
}
