import type { HttpContext } from '@adonisjs/core/http'
import { forecastSettings, writeForecastSettings } from '#app/orion/settings/forecast_settings'
import { forecastSettingsForm } from '#app/orion/settings/settings_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What the shop wants of its forecasts and proposals. */
export default class ForecastSettingsController {
  async edit({ view }: HttpContext) {
    return view.render('admin/forecasts/settings', { settings: await forecastSettings() })
  }

  async update(ctx: HttpContext) {
    const changes = await ctx.request.validateUsing(forecastSettingsForm)
    await writeForecastSettings(changes, actingStaff(ctx))
    ctx.session.flash('done', 'forecasts.settings_saved')
    return ctx.response.seeOther('/admin/forecasts/settings')
  }
}
