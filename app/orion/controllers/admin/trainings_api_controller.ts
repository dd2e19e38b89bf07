import type { HttpContext } from '@adonisjs/core/http'
import { runUnderWayQuery } from '#app/orion/training/run_under_way_query'
import { startTraining } from '#app/orion/training/start_training'
import { actingStaff } from '#app/staff/acting_staff'

/** Learning out of turn, for programs of staff: begun here, and looked after. */
export default class TrainingsApiController {
  async show() {
    return { data: await runUnderWayQuery() }
  }

  async store(ctx: HttpContext) {
    await startTraining(actingStaff(ctx))
    return ctx.response.noContent()
  }
}
