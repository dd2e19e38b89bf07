import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { evaluateFile as evaluating } from '#app/orion/evaluation/evaluate_file'
import { ProgressLine } from '#app/platform/progress_line'

type Evaluated = Awaited<ReturnType<typeof evaluating>>

/** `npm run ace -- orion:evaluate --file=history.csv --horizon=12`: how good would the forecasts have been? */
export default class OrionEvaluate extends BaseCommand {
  static commandName = 'orion:evaluate'
  static description = 'Forecast the held-out end of a history with the pipeline of the shop'
  static help = [
    'Without --file it is what the shop itself has sold, month by month, before this one.',
    'Reads series_id,period,quantity or series_id,<period>,…; a period is YYYY-MM, YYYY-MM-DD or an ISO week.',
    'Writes series_id,step,mean,q50,q90,q95,q99. A file needs no database.',
  ]

  @flags.string({ description: 'History: CSV, TSV, XLSX or JSONL, also .gz' })
  declare file?: string

  @flags.number({ description: 'Periods to hold out; 12 otherwise' })
  declare horizon?: number

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
    const line = new ProgressLine(process.stderr)
    try {
      if (this.file === undefined) await this.#startShop()
      const done = await evaluateFile(this, ({ phase, done: rows, total }) =>
        line.draw(phase, rows, total)
      )
      line.clear()
      this.#tell(done)
    } catch (error) {
      line.clear()
      const explained = error instanceof UnusableFile || error instanceof UnusableOrder
      const isBare = error instanceof Error && error.name === 'NothingToLearn'
      if (!explained && !isBare && !(error instanceof Error && 'syscall' in error)) throw error
      this.logger.error((error as Error).message)
      this.exitCode = 1
    }
  }

  /** The history of the shop is in its database; a file is evaluated without any of that. */
  async #startShop() {
    if (this.app.isReady) return
    await this.app.boot()
    await this.app.start(() => {})
  }

  #tell({ series, steps, out, choices }: Evaluated) {
    for (const [kind, { uses, simple, ratio, ensemble }] of Object.entries(choices)) {
      const chosen = uses === 'simple' ? simple : `${uses} (${simple} × ${ratio.toFixed(3)})`
      const together = ensemble ? `, ensemble × ${ensemble.toFixed(3)}` : ''
      this.logger.info(`${kind}: ${chosen}${together}`)
    }
    this.logger.success(`${series} series × ${steps} steps in ${out}`)
  }
}
