import '#start/jobs'
import { plannedTask } from '#app/admin/schedule_transformer'
import { wholeList } from '#app/platform/lists/whole_list'
import { definedTasks } from '#app/platform/schedule/task'
import { timetableQuery } from '#app/platform/schedule/timetable_query'

/** What the shop does by itself, and when, for programs. */
export default class ScheduleApiController {
  async index() {
    const tasks = await timetableQuery(definedTasks(), new Date())
    return wholeList(tasks.map(plannedTask))
  }
}
