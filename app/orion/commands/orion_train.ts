import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OrionTrain extends BaseCommand {
  static commandName = 'orion:train'
  static description = 'Learn from all sales how parts are asked for'
  static options: CommandOptions = { startApp: true }
  static help = [
    'The model before stays until the new one is complete. orion:forecast goes by the newest one.',
    'Every month by itself on the 1st. See docs/orion.md.',
  ]

  @flags.number({ description: 'Fixes every random choice; 1 otherwise' })
  declare seed?: number

  @flags.string({
    description: 'Groups of features besides the usual ones, with commas: price, category, …',
  })
  declare with?: string

  async run() {
    const { OFF_BY_DEFAULT } = await import('#app/orion/pool/features')
    const wanted = this.with?.split(',') ?? []
    const unknown = wanted.find((group) => !(OFF_BY_DEFAULT as string[]).includes(group))
    if (unknown !== undefined) {
      this.logger.error(`--with=${unknown} is unknown: ${OFF_BY_DEFAULT.join(', ')}`)
      this.exitCode = 1
      return
    }
    const without = OFF_BY_DEFAULT.filter((group) => !wanted.includes(group))
    const { OrionReport } = await import('#app/orion/orion_report')
    await new OrionReport(this).follow(async (onProgress) => {
      const { trainModels } = await import('#app/orion/training/train_models')
      const { dayInTunis } = await import('#app/tunisia/day_in_tunis')
      const today = dayInTunis(new Date())
      const { parts, months, report } = await trainModels({
        ...{ today, seed: this.seed, without, onProgress },
      })
      const told = report?.wql
        ? `wQL95 ${report.wql.q95.toFixed(3)} over the last ${report.origins} months`
        : 'too short a history to test on'
      return `learned from ${parts} parts over ${months} months; ${told}`
    })
  }
}
