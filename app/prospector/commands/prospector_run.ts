import { BaseCommand, flags } from '@adonisjs/core/ace'
import { ProgressLine } from '#app/platform/progress_line'
import type { OpenedRun } from '#app/prospector/runs/open_run'
import type { RunScope } from '#app/prospector/runs/open_run'

const LONGEST_QUERY = 200
const MOST_ASKS = 1_000

/** `npm run ace -- prospector:run --zone=sfax --query="garage diesel" --limit=5`: asks sources for businesses now. */
export default class ProspectorRun extends BaseCommand {
  static commandName = 'prospector:run'
  static description =
    'Ask Google Places and websites for businesses, or go on with an unfinished run'
  static options = { startApp: true }
  static help = [
    'Without a query those of the list are asked in turn, each once a month in each zone. A query of your own is asked as',
    'it is, in the zone or in all of them.',
  ]

  @flags.string({ description: 'Governorate, by code or name; all otherwise' })
  declare zone?: string

  @flags.string({ description: 'What to ask for: any words; the list otherwise' })
  declare query?: string

  @flags.number({
    description: 'Questions to Places; 10 otherwise, and one in each zone for a query of your own',
  })
  declare limit?: number

  #line = new ProgressLine(process.stderr)

  async run() {
    const { runProspector } = await import('#app/prospector/runs/run_prospector')
    const { placesAccess } = await import('#app/prospector/runs/run_settings')
    const { Problem } = await import('#app/platform/http/problem')
    const scope = await this.#scope()
    if (typeof scope === 'string') return this.#refuse(scope)
    if (!placesAccess()) {
      this.logger.warning(
        'Places is not asked: GOOGLE_PLACES_API_KEY is not set. Only websites are read.'
      )
    }
    try {
      const id = await runProspector({
        ...scope,
        watch: {
          opened: (run) => this.#tellOpened(run),
          moved: (source, done, total) => this.#line.draw(source, done, total),
        },
      })
      this.#line.clear()
      await this.#tellOutcome(id)
    } catch (error) {
      this.#line.clear()
      if (!(error instanceof Problem)) throw error
      this.#refuse(error.message)
    }
  }

  /** What is asked for, or what is wrong with it. */
  async #scope(): Promise<RunScope | string> {
    const { findGovernorate } = await import('#app/tunisia/governorates')
    const { tidy } = await import('#app/prospector/reader/tidy')
    const { limit } = this
    const zone = this.zone === undefined ? undefined : findGovernorate(this.zone)
    const query = this.query === undefined ? undefined : tidy(this.query)
    if (this.zone !== undefined && !zone) return 'There is no governorate of this name'
    if (query === '' || (query?.length ?? 0) > LONGEST_QUERY)
      return `--query takes words, ${LONGEST_QUERY} characters at most`
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MOST_ASKS))
      return `--limit is a whole number from 1 to ${MOST_ASKS}`
    return { zone: zone?.code, query, limit }
  }

  #tellOpened({ id, isLeft, zone, query, limit }: OpenedRun) {
    if (!isLeft) return
    const scope = [zone ?? 'all zones', query ?? 'the list of queries', `limit ${limit}`].join(', ')
    this.logger.info(`going on with run ${id}, which was left unfinished: ${scope}`)
    const isNarrowed = [this.zone, this.query, this.limit].some((flag) => flag !== undefined)
    if (isNarrowed)
      this.logger.warning(
        '--zone, --query and --limit do not count for it: run this again when it has ended'
      )
  }

  async #tellOutcome(id: number) {
    const { runQuery, whyLeftAlone } = await import('#app/prospector/runs/runs_query')
    const { FAILURES } = await import('#app/prospector/runs/step')
    const run = await runQuery(id)
    if (run.steps === 0) {
      this.logger.info('nothing to ask: all of it was asked within a month, and no site waits')
    }
    this.logger.success(
      `run ${id}: ${run.found} found, ${run.new} new, ${run.known} known, ${run.suppressed} left alone; ${run.requests} requests`
    )
    const reasons = await whyLeftAlone(id, 'places')
    const what = `Places answered no question: ${reasons.join(', ')}`
    if (reasons.some((reason) => FAILURES.includes(reason))) this.#refuse(what)
    else if (reasons.length) this.logger.warning(what)
  }

  #refuse(why: string) {
    this.logger.error(why)
    this.exitCode = 1
  }
}
