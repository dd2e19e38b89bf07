import type { HttpContext } from '@adonisjs/core/http'
import { startTraining } from '#app/orion/training/start_training'
import { Problem } from '#app/platform/http/problem'
import { actingStaff } from '#app/staff/acting_staff'

/** Learning out of turn. */
export default class TrainingsController {
  async store(ctx: HttpContext) {
    try {
      await startTraining(actingStaff(ctx))
      ctx.session.flash('done', 'forecasts.training_started')
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error
      ctx.session.flash('problem', 'forecasts.training_under_way')
    }
    return ctx.response.seeOther('/admin/forecasts/model')
  }
}
