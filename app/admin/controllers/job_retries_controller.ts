import type { HttpContext } from '@adonisjs/core/http'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { retryDeadJob } from '#app/platform/jobs/retry_dead_job'
import { actingStaff } from '#app/staff/acting_staff'

/** Trying a failed job again. */
export default class JobRetriesController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    await retryDeadJob(id, actingStaff(ctx))
    ctx.session.flash('done', 'system.job_retried')
    return ctx.response.redirect().status(303).toPath('/admin/jobs')
  }
}
