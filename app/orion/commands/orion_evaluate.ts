import { BaseCommand, flags } from '@adonisjs/core/ace'

/** `npm run ace -- orion:evaluate --file=history.csv --horizon=12`: how good would the forecasts have been? */
export default class OrionEvaluate extends BaseCommand {
  static commandName = 'orion:evaluate'
  static description = 'Forecast the held-out end of a history with the pipeline of the shop'
  static help = [
    'Reads series_id,period,quantity or series_id,<period>,…; a period is YYYY-MM, YYYY-MM-DD or an ISO week.',
    'Writes series_id,step,mean,q50,q90,q95,q99. Needs no database.',
  ]

  @flags.string({ description: 'History: CSV, TSV, XLSX or JSONL, also .gz', required: true })
  declare file: string

  @flags.number({ description: 'Periods to hold out', required: true })
  declare horizon: number

  @flags.string({
    description: 'fixed: each period from one origin; rolling: sums over the lead time',
  })
  declare mode?: string

  @flags.number({ description: 'Periods of the lead time, for rolling' })
  declare lead?: number

  @flags.string({ description: 'File to write; forecasts.csv otherwise' })
  declare out?: string

  @flags.number({ description: 'Fixes every random choice; 1 otherwise' })
  declare seed?: number

  @flags.string({ description: 'csv is the only one' })
  declare format?: string

  @flags.string({ description: 'Quantile levels to write besides, with commas, such as 0.8,0.998' })
  declare levels?: string

  async run() {
    const { evaluateFile, UnusableOrder } = await import('#app/orion/evaluation/evaluate_file')
    const { UnusableFile } = await import('#app/platform/tabular/unusable_file')
    try {
      const { series, steps, out, choices } = await evaluateFile(this)
      for (const [kind, { uses, simple, ratio, ensemble }] of Object.entries(choices)) {
        const chosen = uses === 'simple' ? simple : `${uses} (${simple} × ${ratio.toFixed(3)})`
        const together = ensemble ? `, ensemble × ${ensemble.toFixed(3)}` : ''
        this.logger.info(`${kind}: ${chosen}${together}`)
      }
      this.logger.success(`${series} series × ${steps} steps in ${out}`)
    } catch (error) {
      const explained = error instanceof UnusableFile || error instanceof UnusableOrder
      if (!explained && !(error instanceof Error && 'syscall' in error)) throw error
      this.logger.error(error.message)
      this.exitCode = 1
    }
  }
}
