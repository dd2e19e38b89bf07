import type { HttpContext } from '@adonisjs/core/http'
import '#start/jobs'
import { definedTasks } from '#app/platform/schedule/task'
import { timetableQuery } from '#app/platform/schedule/timetable_query'

/** What the shop does by itself, and when. */
export default class ScheduleController {
  async index({ view }: HttpContext) {
    const tasks = await timetableQuery(definedTasks(), new Date())
    return view.render('admin/schedule/index', { tasks })
  }
}
