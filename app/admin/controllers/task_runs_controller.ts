import type { HttpContext } from '@adonisjs/core/http'
import '#start/jobs'
import { Problem } from '#app/platform/http/problem'
import { runTaskNow } from '#app/platform/schedule/run_task_now'
import { taskNameValidator } from '#app/platform/schedule/task_name_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** Running a task out of turn. */
export default class TaskRunsController {
  async store(ctx: HttpContext) {
    const { task } = await taskNameValidator.validate(ctx.params)
    try {
      await runTaskNow(task, actingStaff(ctx))
      ctx.session.flash('done', 'system.task_started')
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error
      ctx.session.flash('problem', 'system.task_runs_already')
    }
    return ctx.response.redirect().status(303).toPath('/admin/schedule')
  }
}
