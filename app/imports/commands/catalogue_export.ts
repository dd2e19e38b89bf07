import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class CatalogueExport extends BaseCommand {
  static commandName = 'catalogue:export'
  static description = 'Write the products to a file that catalogue:import takes back unchanged'
  static help = [
    'The name of the file says the format: .csv, .tsv, .jsonl or .xlsx, each also .gz.',
    'Without a file, CSV goes to standard output. `npm run` writes a banner before it: `npm run -s` does not.',
  ]
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'File to write', required: false })
  declare file?: string

  @flags.array({ description: 'Slugs of brands' })
  declare brand?: string[]

  @flags.string({ description: 'Slug of a category: it and all below it' })
  declare category?: string

  @flags.string({ description: 'draft, active or archived' })
  declare status?: string

  async run() {
    const { exportProducts } = await import('#app/imports/products/export_products')
    const { expectKnownFilters } = await import('#app/imports/products/expect_known_filters')
    const { formatOf, writeCsvTo, writeTable } = await import('#app/platform/tabular/write_table')
    const { isForOperators } = await import('#app/imports/operator_errors')
    const { STATUSES } = await import('#app/catalogue/products/product')
    const { file, category, status } = this
    const brand = this.brand?.flatMap((slugs) => slugs.split(','))
    try {
      await expectKnownFilters({ brands: brand, category, status })
      const statuses = status === undefined ? undefined : STATUSES.filter((one) => one === status)
      const filter = { brand, category, status: statuses }
      const asText = !file || ['csv', 'tsv'].includes(formatOf(file))
      await exportProducts({ filter }, asText, (headers, rows) =>
        file ? writeTable(file, headers, rows) : writeCsvTo(process.stdout, headers, rows)
      )
    } catch (error) {
      if (!isForOperators(error)) throw error
      this.logger.error(error.message)
      this.exitCode = 1
    }
  }
}
