import type { HttpContext } from '@adonisjs/core/http'
import { forecastSettings, writeForecastSettings } from '#app/orion/settings/forecast_settings'
import { forecastSettingsPatch } from '#app/orion/settings/settings_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Settings of forecasts and proposals as staff programs read and change them. */
export default class ForecastSettingsApiController {
  async show() {
    return { data: await forecastSettings() }
  }

  async update(ctx: HttpContext) {
    const changes = await forecastSettingsPatch.validate(ctx.request.body())
    return { data: await writeForecastSettings(changes, actingStaff(ctx)) }
  }
}
