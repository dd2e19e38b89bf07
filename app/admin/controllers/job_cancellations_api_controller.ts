import type { HttpContext } from '@adonisjs/core/http'
import { cancelJob } from '#app/platform/jobs/cancel_job'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking back a job that waits or runs, for programs. */
export default class JobCancellationsApiController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    await cancelJob(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
