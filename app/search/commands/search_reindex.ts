import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Reads the words of all products anew while the shop goes on searching. */
export default class SearchReindex extends BaseCommand {
  static commandName = 'search:reindex'
  static description = 'Read the words of every product anew; searches go on meanwhile'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { reindexSearch } = await import('#app/search/index/reindex_search')
    const { ProgressLine } = await import('#app/platform/progress_line')
    const { sql } = await import('#app/platform/database/sql')
    const [{ total }] = await sql<{ total: number }>('select count(*)::int as total from products')
    const progress = new ProgressLine(process.stderr)
    const started = performance.now()
    try {
      const products = await reindexSearch((done, step) =>
        progress.draw(step === 'read' ? 'Reading' : 'Weighing', done, total)
      )
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      this.logger.success(`${products} products in ${seconds} s`)
    } finally {
      progress.clear()
    }
  }
}
