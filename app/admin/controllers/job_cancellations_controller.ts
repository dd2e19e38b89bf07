import type { HttpContext } from '@adonisjs/core/http'
import { backToList } from '#app/admin/back_to_list'
import { cancelJob } from '#app/platform/jobs/cancel_job'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking back a job that waits or runs. */
export default class JobCancellationsController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    const problems = { 404: 'system.job_ended', 409: 'system.job_goes_on' }
    return backToList(ctx, '/admin/jobs?state=waiting', 'system.job_cancelled', problems, () =>
      cancelJob(id, actingStaff(ctx))
    )
  }
}
