import type { HttpContext } from '@adonisjs/core/http'
import '#start/jobs'
import { runTaskNow } from '#app/platform/schedule/run_task_now'
import { taskNameValidator } from '#app/platform/schedule/task_name_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** Running a task out of turn, for programs. */
export default class TaskRunsApiController {
  async store(ctx: HttpContext) {
    const { task } = await taskNameValidator.validate(ctx.params)
    await runTaskNow(task, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
