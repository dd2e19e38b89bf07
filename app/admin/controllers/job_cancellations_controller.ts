import type { HttpContext } from '@adonisjs/core/http'
import { cancelJob } from '#app/platform/jobs/cancel_job'
import { jobIdValidator } from '#app/platform/jobs/job_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Taking back a job that waits or runs. */
export default class JobCancellationsController {
  async store(ctx: HttpContext) {
    const { id } = await jobIdValidator.validate(ctx.params)
    await cancelJob(id, actingStaff(ctx))
    ctx.session.flash('done', 'system.job_cancelled')
    return ctx.response.redirect().status(303).toPath('/admin/jobs?state=waiting')
  }
}
