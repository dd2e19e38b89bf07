import type { HttpContext } from '@adonisjs/core/http'
import { healthReadings } from '#app/admin/health'

/** How well each part of the shop works, in plain words. */
export default class HealthController {
  async index({ view }: HttpContext) {
    return view.render('admin/health/index', { readings: await healthReadings() })
  }
}
