import type { HttpContext } from '@adonisjs/core/http'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { retryDeadJob } from '#app/platform/jobs/retry_dead_job'
import { actingStaff } from '#app/staff/acting_staff'

/** Trying a failed job again, for programs. */
export default class JobRetriesApiController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    await retryDeadJob(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
