import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OrionForecast extends BaseCommand {
  static commandName = 'orion:forecast'
  static description = 'Forecast the demand of every part that sells'
  static options: CommandOptions = { startApp: true }
  static help = [
    'The forecasts before stay until the new ones are complete. Learn first: orion:train.',
    'Every Sunday by itself. See docs/orion.md.',
  ]

  @flags.number({ description: 'Months to forecast, 1 to 12; as the settings say otherwise' })
  declare horizon?: number

  async run() {
    const { OrionReport } = await import('#app/orion/orion_report')
    const { horizonSetting } = await import('#app/orion/settings/forecast_settings')
    const horizon = this.horizon ?? (await horizonSetting())
    if (!Number.isSafeInteger(horizon) || horizon < 1 || horizon > 12) {
      this.logger.error('--horizon takes 1 to 12 months')
      this.exitCode = 1
      return
    }
    await new OrionReport(this).follow(async (onProgress) => {
      const { forecastDemand } = await import('#app/orion/forecasts/forecast_demand')
      const { dayInTunis } = await import('#app/tunisia/day_in_tunis')
      const today = dayInTunis(new Date())
      const { parts, origin } = await forecastDemand({ today, horizon, onProgress })
      return `${parts} parts, ${horizon} months from ${origin.slice(0, 7)}`
    })
  }
}
