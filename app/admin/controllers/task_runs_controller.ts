import type { HttpContext } from '@adonisjs/core/http'
import '#start/jobs'
import { backToList } from '#app/admin/back_to_list'
import { runTaskNow } from '#app/platform/schedule/run_task_now'
import { taskNameValidator } from '#app/platform/schedule/task_name_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** Running a task out of turn. */
export default class TaskRunsController {
  async store(ctx: HttpContext) {
    const { task } = await taskNameValidator.validate(ctx.params)
    const problems = { 409: 'system.task_runs_already' }
    return backToList(ctx, '/admin/schedule', 'system.task_started', problems, () =>
      runTaskNow(task, actingStaff(ctx))
    )
  }
}
