import { BaseCommand, flags } from '@adonisjs/core/ace'

/** `npm run ace -- prospector:run --zone=TN-61 --limit=5`: asks sources for businesses now. */
export default class ProspectorRun extends BaseCommand {
  static commandName = 'prospector:run'
  static description =
    'Ask Google Places and websites for businesses, or go on with an unfinished run'
  static options = { startApp: true }

  @flags.string({ description: 'Governorate, by code or name; all otherwise' })
  declare zone?: string

  @flags.string({ description: 'One question of the list; all otherwise' })
  declare query?: string

  @flags.number({ description: 'Questions to Places; 10 otherwise' })
  declare limit?: number

  async run() {
    const { findGovernorate } = await import('#app/tunisia/governorates')
    const { QUERIES } = await import('#app/prospector/sources/places/queries')
    const { runProspector } = await import('#app/prospector/runs/run_prospector')
    const { runQuery } = await import('#app/prospector/runs/runs_query')
    const { Problem } = await import('#app/platform/http/problem')
    const zone = this.zone === undefined ? undefined : findGovernorate(this.zone)
    if (this.zone !== undefined && !zone)
      return this.#refuse('There is no governorate of this name')
    if (this.query !== undefined && !QUERIES.some(({ text }) => text === this.query)) {
      return this.#refuse(`Choose one of: ${QUERIES.map(({ text }) => text).join(', ')}`)
    }
    if (this.limit !== undefined && !(this.limit >= 1)) return this.#refuse('--limit begins at 1')
    try {
      const id = await runProspector({ zone: zone?.code, query: this.query, limit: this.limit })
      const run = await runQuery(id)
      this.logger.success(
        `run ${id}: ${run.found} found, ${run.new} new, ${run.known} known, ${run.suppressed} left alone; ${run.requests} requests`
      )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.#refuse(error.message)
    }
  }

  #refuse(why: string) {
    this.logger.error(why)
    this.exitCode = 1
  }
}
